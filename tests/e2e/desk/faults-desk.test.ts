/** Two who save at once, and a machine that goes off: no text is lost, and none is there by half. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../support/a-bureau.ts';
import { asker } from '../../support/a-desk.ts';
import { anOffice, signedIn } from '../../support/an-office.ts';
import type { AnOffice, OfficeBrowser } from '../../support/an-office.ts';
import { seededRandom } from '../../support/random.ts';

const SAVES = Number(process.env['DESK_SAVES'] ?? 60);
const KILLS = Number(process.env['DESK_KILLS'] ?? 6);
const ID = '20261110-a';
const FILE = `content/articles/2026/${ID}.md`;

let office: AnOffice;
beforeAll(async () => {
  office = await anOffice({
    [FILE]: aText('2026-11-10', ['draft: true'], '开头。'),
    'content/articles/2026/20261111-b.md': aText('2026-11-11', ['draft: true']),
  });
});
afterAll(() => office.close());

interface Sent {
  etag: string;
  body: string;
  fields: Record<string, string>;
}

/** As a page does that adds a line to what it has, and to the other's text where that came first. */
async function writeLines(browser: OfficeBrowser, name: string, count: number): Promise<string[]> {
  const kept: string[] = [];
  let now: Sent = (await browser.ask('GET', `articles/${ID}`)).json;
  for (let line = 0; kept.length < count; line += 1) {
    const words = `${name}第${line}行。`;
    const { etag, fields, body } = now;
    const saved = { fields, body: `${body}\n${words}\n` };
    const answer = await browser.ask('PUT', `articles/${ID}`, saved, { 'if-match': etag });
    if (answer.status === 200) {
      kept.push(words);
      now = answer.json;
    } else if (answer.status === 409) now = answer.json.current;
    else {
      expect(answer.status).toBe(423);
      const taken = await browser.ask('POST', `articles/${ID}/take-over`, {});
      // A text that is older than what the other saved meanwhile is refused again.
      if (line % 2 === 0) now = taken.json;
    }
  }
  return kept;
}

it(`${SAVES} savings of two browsers at once lose nothing`, async () => {
  const browsers = await Promise.all([office.signIn('何雨桐'), office.signIn('马小川')]);
  const kept = await Promise.all(
    browsers.map((browser, index) => writeLines(browser, `${'甲乙'[index]}`, SAVES / 2)),
  );
  const text = await readFile(join(office.folder, FILE), 'utf8');
  const lost = kept.flat().filter((words) => text.split(words).length !== 2);
  expect(lost).toEqual([]);
  expect(office.failures).toEqual([]);
}, 3_600_000);

const PROCESS = resolve(import.meta.dirname, '../../support/office-process.ts');

async function aProcess(): Promise<{ child: ChildProcess; base: string }> {
  const folders = ['content', 'public'].map((name) => join(office.folder, name));
  const child = spawn(process.execPath, [PROCESS, ...folders, office.people], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const base = await new Promise<string>((done, failed) => {
    child.stdout?.setEncoding('utf8').once('data', (text: string) => done(text.trim()));
    child.once('exit', () => failed(new Error('The desk ended')));
  });
  return { child, base };
}

it(`${KILLS} kills while saving or publishing leave whole texts, and a desk that goes on`, async () => {
  const other = '20261111-b';
  const file = `content/articles/2026/${other}.md`;
  const { next } = seededRandom(7);
  let committed = await readFile(join(office.folder, file), 'utf8');
  const whole = new Set([committed]);
  for (let round = 0; round < KILLS; round += 1) {
    const { child, base } = await aProcess();
    const writer = asker(base, await signedIn(base, '何雨桐'));
    const issuer = asker(base, await signedIn(base, '周明远'));
    const { etag, fields } = (await writer('GET', `articles/${other}`)).json;
    const words = `第${round}稿。`.repeat(2000);
    for (const fieldsOfText of [['draft: true'], []])
      whole.add(aText('2026-11-11', fieldsOfText, words));
    const work = (async () => {
      const saved = await writer(
        'PUT',
        `articles/${other}`,
        { fields, body: `${words}\n` },
        { 'if-match': etag },
      );
      const headers = { 'if-match': saved.json.etag };
      await issuer('POST', `articles/${other}/publish`, {}, headers);
    })().catch(() => undefined);
    await new Promise((done) => setTimeout(done, next() * 1500));
    child.kill('SIGKILL');
    await work;
    // What it had begun ends by itself.
    await expect.poll(() => isQuiet()).toBe(true);
    expect(whole).toContain(await readFile(join(office.folder, file), 'utf8'));
    const head = `${office.git('show', `HEAD:${file}`)}\n`;
    expect(whole).toContain(head);
    if (head !== committed) expect(head).not.toContain('draft');
    committed = head;
    const status = office.git('status', '--porcelain').split('\n').filter(Boolean);
    expect(
      status.filter((line) => !line.includes(other) && !line.includes(ID) && !isAside(line)),
    ).toEqual([]);
  }
  const { child, base } = await aProcess();
  const issuer = asker(base, await signedIn(base, '周明远'));
  const { etag } = (await issuer('GET', `articles/${other}`)).json;
  const done = await issuer('POST', `articles/${other}/publish`, {}, { 'if-match': etag });
  expect(done.status).toBe(200);
  expect(office.git('status', '--porcelain', '--', file)).toBe('');
  child.kill();
}, 3_600_000);

function isAside(line: string): boolean {
  return line.endsWith('.tmp');
}

/** Whether no git is at work here. */
function isQuiet(): boolean {
  try {
    office.git('update-index', '-q', '--refresh');
    return true;
  } catch (error) {
    return !String(error).includes('index.lock');
  }
}
