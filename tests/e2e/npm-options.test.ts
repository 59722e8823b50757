/** Commands as people type them, with the npm of this machine: what it takes for its own is noticed. */
import { exec } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '../..');
/** As `setup.mjs` has it: half of a short command is spent on reading programs. */
const NODE_COMPILE_CACHE = join(PROJECT, 'node_modules', '.compiled');

/** Output and exit code of a line typed into a shell. */
function typed(line: string, env: Record<string, string> = {}) {
  return new Promise<{ code: number; text: string }>((done) => {
    exec(
      line,
      { cwd: PROJECT, env: { ...process.env, NODE_COMPILE_CACHE, ...env } },
      (error, stdout, stderr) => {
        done({ code: error ? Number(error.code) : 0, text: stdout + stderr });
      },
    );
  });
}

const TOOK =
  '拿走了，程序没有收到。请照下面这样输入（「--」连同引号一起，cmd、PowerShell、sh 都一样）：';

it.each([
  ['npm run serve --port 99999', '端口「99999」不对，请写 1 到 65535 之间的数。'],
  ['npm run serve --port=99999', '端口「99999」不对，请写 1 到 65535 之间的数。'],
  [
    'npm run serve --port 80 --host 0.0.0.0',
    `npm 把「--port」、「--host」${TOOK}\n  npm run serve "--" --port … --host …\n`,
  ],
  [
    'npm run views top --views views.db',
    `npm 把「--views」${TOOK}\n  npm run views "--" --views top views.db\n`,
  ],
  ['node scripts/start.ts --port 99999', '端口「99999」不对，请写 1 到 65535 之间的数。'],
  ['npm run build dist', '命令写得不对：多了「dist」。'],
  ['npm run build "--" --ful', '命令写得不对：没有「--ful」这个选项。是不是「--full」？'],
  ['node scripts/build.ts --full=1', '命令写得不对：「--full」后面不写值。'],
  ['node scripts/build.ts --out', '命令写得不对：「--out」后面要写值。'],
  ['node scripts/start.ts --now tomorrow', '--now：日期「tomorrow」读不懂。'],
  ['npm run check --now=2026-02-30', '--now：没有「2026-02-30」这一天。'],
])('%s ends with 2', async (line, words) => {
  const { code, text } = await typed(line);
  expect(text).toContain(words);
  expect(code).toBe(2);
});

it('a present in the environment that is no date ends with 2, in `astro build` too', async () => {
  const env = { SITE_NOW: '明天' };
  const words = 'SITE_NOW：日期「明天」读不懂。';
  for (const line of ['node scripts/check.ts', 'node node_modules/astro/bin/astro.mjs build']) {
    const { code, text } = await typed(line, env);
    expect(text).toContain(words);
    expect(code).toBe(2);
  }
});

it('every script answers --help in Chinese', async () => {
  const { scripts } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const [name, command] of Object.entries(scripts)) {
    const script = command.split(' ').at(-1);
    const { code, text } = await typed(`node ${script} --help`);
    expect([name, code]).toEqual([name, 0]);
    expect(text).toMatch(/^\p{sc=Han}.*\n {2}npm /u);
  }
});
