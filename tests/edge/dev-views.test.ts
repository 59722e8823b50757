/** npm run dev, as it is typed, counts as the site does and says that it forgets. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { agentOf, send } from './a-server.ts';

const PROJECT = join(import.meta.dirname, '../..');
const BUREAU = join(PROJECT, 'tests/fixtures/other-bureau');
const ARTICLE = '20260514-flood-season';

test('the preview counts in memory, below the sub-path', { timeout: 60_000 }, async () => {
  const folders = ['--content', join(BUREAU, 'content'), '--public', join(BUREAU, 'public')];
  const script = join(PROJECT, 'scripts/dev.ts');
  const preview = spawn(process.execPath, [script, '--port', '0', ...folders], { cwd: PROJECT });
  const ended = once(preview, 'exit');
  try {
    let text = '';
    for await (const chunk of preview.stdout) {
      text += String(chunk);
      if (text.includes('Ctrl+C')) break;
    }
    expect(text).toContain('浏览次数只记在内存里，停止预览就没有了。');
    const url = /http:\S+\/shuili\//.exec(text)?.[0] ?? '';
    const ask = async (path: string, how = {}) => {
      const { body } = await send(url, `/shuili/api/views${path}`, how);
      return JSON.parse(body.toString()) as unknown;
    };
    const headers = { Origin: new URL(url).origin, 'User-Agent': agentOf(1) };
    const counted = { counts: { [ARTICLE]: 1 } };
    expect(await ask(`/${ARTICLE}`, { method: 'POST', headers })).toEqual(counted);
    expect(await ask(`/${ARTICLE}`, { method: 'POST', headers })).toEqual(counted);
    expect(await ask(`?ids=${ARTICLE},20260514-none`)).toEqual(counted);
    expect(await ask('/health')).toMatchObject({ store: 'memory', articles: 1 });
  } finally {
    preview.kill();
    await ended;
  }
});
