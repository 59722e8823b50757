/** 写稿台 of a small bureau in a folder of its own, as `npm run desk` opens it. */
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { SETTINGS } from '../../support/a-bureau.ts';
import { writeFiles } from '../../support/a-folder.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const KNOCK_MS = 1000;

export interface Desk {
  folder: string;
  /** Good once. */
  address: string;
  /** The one that is printed where somebody else asks. */
  newAddress(): Promise<string>;
  git(...words: string[]): string;
  close(): Promise<void>;
}

/** @param files beside settings that are in order, by path */
export async function openDesk(files: Readonly<Record<string, string>>): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-'));
  await writeFiles(folder, {
    ...SETTINGS,
    'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    ...files,
  });
  const git = (...words: string[]): string =>
    execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8' }).trim();
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', '李若谷');
  git('config', 'user.email', 'li@example.gov.cn');
  git('add', '-A');
  git('commit', '-qm', '开始');
  const words = ['--content', join(folder, 'content'), '--public', join(folder, 'public')];
  const desk = spawn(
    process.execPath,
    [join(PROJECT, 'scripts/desk.ts'), ...words, '--port', '0'],
    {
      cwd: PROJECT,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  desk.stdout.setEncoding('utf8');
  const printed = (): Promise<string> =>
    new Promise((done, failed) => {
      let said = '';
      const listen = (text: string): void => {
        said += text;
        const [found] = /http:\/\/127\S+/.exec(said) ?? [];
        if (found === undefined) return;
        desk.stdout.off('data', listen);
        done(found);
      };
      desk.stdout.on('data', listen);
      desk.once('exit', () => failed(new Error(said)));
    });
  const address = await printed();
  return {
    folder,
    address,
    git,
    async newAddress() {
      const next = printed();
      // It is printed for a stranger, and not twice within ten seconds.
      const knock = (): void => void fetch(new URL('/', address)).catch(() => undefined);
      knock();
      const again = setInterval(knock, KNOCK_MS);
      return next.finally(() => clearInterval(again));
    },
    async close() {
      desk.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The page of an article, loaded anew, with a text that takes keys. */
export async function openText(page: Page, desk: Desk, id: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(new URL(`/#/${id}`, desk.address).href);
  await page.getByRole('textbox', { name: '正文' }).waitFor();
}

/** Saves, and reads what is in the file below the front matter. @param file below the desk's folder */
export async function savedBody(page: Page, desk: Desk, file: string): Promise<string> {
  await page.keyboard.press('Control+s');
  await page
    .getByText(/^已保存/)
    .first()
    .waitFor();
  const text = await readFile(join(desk.folder, file), 'utf8');
  return text.slice(text.indexOf('\n---\n') + 5).replace(/^\n+/, '');
}

/** What axe finds, the preview left out, which is another page. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    // @ts-expect-error -- the line above has brought it
    const { violations: found } = await axe.run({ exclude: ['iframe'] }, { iframes: false });
    return found.map(
      ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id} ${nodes[0]?.html}`,
    );
  });
}
