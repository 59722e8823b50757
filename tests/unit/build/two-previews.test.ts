/** Two sites shown by one process: what is asked of one never shows the other. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { aBureau, aText } from '../../support/a-bureau.ts';

it('two previews at once show each its own site', async () => {
  const names = ['甲局', '乙局'];
  const bureaus = await Promise.all(
    names.map(async (name) => {
      const bureau = await aBureau({ 'content/articles/2026/20261101-a.md': aText('2026-11-01') });
      await bureau.write({
        'content/columns.yaml': `- { slug: tz, name: ${name}的通知 }\n`,
      });
      return bureau;
    }),
  );
  const script = join(import.meta.dirname, 'two-previews.ts');
  // Astro's dev server serves no pages to a process that calls itself a test.
  const { VITEST: _vitest, NODE_ENV: _mode, ...env } = process.env;
  const folders = bureaus.map(({ folder }) => folder);
  const previews = spawn(process.execPath, [script, ...folders], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    const ended = once(previews, 'exit');
    previews.kill();
    await ended;
  });
  let said = '';
  for await (const data of previews.stdout.iterator({ destroyOnReturn: false })) {
    said += String(data);
    if (said.split('\n').length > names.length) break;
  }
  const urls = said.trim().split('\n');
  for (let round = 0; round < 5; round += 1) {
    const pages = await Promise.all(
      urls.map(async (url) =>
        (await fetch(`${url}tz/`, { headers: { Accept: 'text/html' } })).text(),
      ),
    );
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`${names[index]}的通知`);
      expect(page).not.toContain(`${names[1 - index]}的通知`);
    }
  }
});
