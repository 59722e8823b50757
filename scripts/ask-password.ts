/** A password typed twice on a terminal, where it is not seen; or the first line of what another program hands in. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { wrongUse } from './arguments.ts';

export async function askPassword(what: string): Promise<string> {
  if (!process.stdin.isTTY) {
    for await (const line of createInterface({ input: process.stdin })) return line;
    return wrongUse('没有收到密码。');
  }
  const first = await askUnseen(`${what}：`);
  const again = await askUnseen(`${what}，再输一遍：`);
  return first === again ? first : wrongUse('两遍输的不一样，没有改动。');
}

function askUnseen(question: string): Promise<string> {
  process.stdout.write(question);
  const nowhere = new Writable({ write: (_part, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  return new Promise((resolve) => {
    terminal.once('SIGINT', () => wrongUse('\n没有改动。'));
    terminal.question('', (answer) => {
      terminal.close();
      process.stdout.write('\n');
      resolve(answer);
    });
  });
}
