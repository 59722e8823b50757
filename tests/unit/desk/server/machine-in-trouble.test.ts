/** A disk that is full or may not be written: all or nothing is there, and what is said helps. */
import { execFileSync } from 'node:child_process';
import { readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it, onTestFinished } from 'vitest';
import { importFile } from '../../../../src/desk/import-file.ts';
import { failureWords, machineRefusal } from '../../../../src/desk/server/machine-refusals.ts';
import { aText } from '../../../support/a-bureau.ts';
import { aDesk } from '../../../support/a-desk.ts';
import type { Desk } from '../../../support/a-desk.ts';
import { anOffice } from '../../../support/an-office.ts';
import { aFolder, everythingIn, writeFiles } from '../../../support/a-folder.ts';
import { aMount, canMount } from '../../../support/a-mount.ts';
import { drawing, p, TITLE, wordFile } from '../../../support/word-files.ts';

const ID = '20261101-a';
const ATTACHMENT = new Uint8Array(300_000).fill(97);

/** A desk whose articles lie on a disk of their own. */
async function aDeskOnDisk(): Promise<{ desk: Desk; disk: string; filler: string }> {
  const desk = await aDesk();
  onTestFinished(() => desk.close());
  const disk = join(desk.folder, 'content/articles');
  await aMount(disk, 'size=3m');
  await writeFiles(disk, { [`2026/${ID}.md`]: aText('2026-11-01', ['draft: true']) });
  return { desk, disk, filler: join(disk, '.filler') };
}

async function fill(disk: string, filler: string, left: number): Promise<void> {
  const { bavail, bsize } = await statfs(disk);
  await writeFile(filler, new Uint8Array(bavail * bsize - left));
}

const add = (desk: Desk) =>
  desk.ask('POST', `articles/${ID}/files?name=${encodeURIComponent('附件.txt')}`, ATTACHMENT);

async function save(desk: Desk, body: string) {
  const { etag, fields } = (await desk.ask('GET', `articles/${ID}`)).json;
  return desk.ask('PUT', `articles/${ID}`, { fields, body }, { 'if-match': etag });
}

it.runIf(canMount)('a file for which there is no room leaves nothing behind', async () => {
  const { desk, disk, filler } = await aDeskOnDisk();
  await fill(disk, filler, 65_536);
  const before = await everythingIn(disk);
  const refused = await add(desk);
  expect([refused.status, refused.json.message]).toEqual([507, '磁盘满了，没有办成。']);
  expect(refused.json.fix).toContain('腾出空间');
  expect(await everythingIn(disk)).toEqual(before);
  await rm(filler);
  expect((await add(desk)).status).toBe(200);
  expect(await everythingIn(disk)).toEqual([
    '2026/',
    `2026/${ID}/`,
    `2026/${ID}/index.md`,
    `2026/${ID}/附件.txt`,
  ]);
});

it.runIf(canMount)(
  'a text for which there is no room stays as it was, until there is',
  async () => {
    const { desk, disk, filler } = await aDeskOnDisk();
    const path = join(disk, `2026/${ID}.md`);
    const before = await readFile(path, 'utf8');
    await fill(disk, filler, 0);
    const refused = await save(desk, '长的正文。'.repeat(2000));
    expect([refused.status, refused.json.message]).toEqual([507, '磁盘满了，没有保存。']);
    expect(refused.json.fix).toMatch(/^请先不要关这一页，没有保存的文字还在。.*腾出空间。$/);
    expect(await readFile(path, 'utf8')).toBe(before);
    const begun = { title: '新的稿件', category: '通知公告' };
    expect((await desk.ask('POST', 'articles', begun)).status).toBe(507);
    expect(await everythingIn(disk)).toEqual(['.filler', '2026/', `2026/${ID}.md`]);
    await rm(filler);
    expect((await save(desk, '长的正文。')).status).toBe(200);
    expect((await desk.ask('POST', 'articles', begun)).status).toBe(200);
  },
);

it.runIf(canMount)(
  'a disk that may only be read is said to be one; what is said helps',
  async () => {
    const { desk, disk } = await aDeskOnDisk();
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const refused = await save(desk, '别的正文。');
    expect([refused.status, refused.json.message]).toEqual([
      500,
      '网站的文件夹现在只能读，不能写，没有保存。',
    ]);
    expect(refused.json.fix).toContain(`findmnt -T "${disk}/2026"`);
    const added = await add(desk);
    expect([added.status, added.json.message]).toEqual([
      500,
      '网站的文件夹现在只能读，不能写，没有办成。',
    ]);
    for (const failure of desk.failures) expect(failureWords(failure)).not.toMatch(/\n|EROFS| at /);
    const [, option = ''] = /mount -o ([a-z,]+)/.exec(refused.json.fix) ?? [];
    execFileSync('mount', ['-o', option, disk]);
    expect((await save(desk, '别的正文。')).status).toBe(200);
    expect((await add(desk)).status).toBe(200);
  },
);

it.runIf(canMount)(
  'a git folder that is full or may only be read is no lock of another git',
  async () => {
    const desk = await aDesk({
      [`content/articles/2026/${ID}.md`]: aText('2026-11-01', ['draft: true']),
    });
    onTestFinished(() => desk.close());
    const disk = join(desk.folder, 'elsewhere');
    await aMount(disk, 'size=3m');
    execFileSync('cp', ['-a', join(desk.folder, '.git'), disk]);
    await rm(join(desk.folder, '.git'), { recursive: true });
    await writeFile(join(desk.folder, '.git'), `gitdir: ${join(disk, '.git')}\n`);
    const publish = async () => {
      const { etag } = (await desk.ask('GET', `articles/${ID}`)).json;
      return desk.ask('POST', `articles/${ID}/publish`, {}, { 'if-match': etag });
    };
    await fill(disk, join(disk, 'filler'), 0);
    const full = await publish();
    expect([full.status, full.json.message]).toEqual([
      422,
      '稿件已经保存在本机，没能提交：磁盘满了',
    ]);
    await rm(join(disk, 'filler'));
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const readOnly = await publish();
    expect([readOnly.status, readOnly.json.message]).toEqual([
      422,
      '稿件已经保存在本机，没能提交：网站的文件夹现在只能读，不能写',
    ]);
    execFileSync('mount', ['-o', 'remount,rw', disk]);
    expect((await publish()).status).toBe(200);
  },
);

it.runIf(canMount)('a Word file whose pictures find no room is not called damaged', async () => {
  const work = join(await aFolder(), 'disk');
  await aMount(work, 'size=1m');
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const create = { width: 900, height: 900, channels: 3, noise, background: '#fff' } as const;
  const picture = await sharp({ create }).png().toBuffer();
  const file = join(await aFolder(), 'a.docx');
  const body = TITLE + p('正文。') + p(drawing('a.png'));
  await writeFile(file, wordFile({ body, pictures: { 'a.png': picture } }));
  const refused = await importFile(file, work).catch((error: unknown) => machineRefusal(error));
  expect(refused).toMatchObject({ status: 507, refusal: { message: '磁盘满了，没有办成。' } });
});

it.each([
  ['EDQUOT', 507, '磁盘满了，没有办成。', '腾出空间'],
  ['EACCES', 500, '写稿台没有读写网站文件夹的权限，没有办成。', '"/a"，'],
  ['EMFILE', 500, '同时打开的文件太多，没有办成。', 'ulimit -n'],
])('%s is said in words, whatever it is wrapped in', (code, status, message, fix) => {
  const cause = Object.assign(new Error(code), { code, path: '/a/b' });
  const said = machineRefusal(new Error('outer', { cause }));
  expect([said?.status, said?.refusal.message]).toEqual([status, message]);
  expect(said?.refusal.fix).toContain(fix);
});

it('a fault of the program keeps its trace', () => {
  expect(machineRefusal(new TypeError('x'))).toBeUndefined();
  expect(failureWords(new TypeError('x'))).toMatch(/^TypeError: x\n +at /);
});

it.runIf(canMount)('a text of which it cannot be noted who began it is not begun', async () => {
  const office = await anOffice({
    'content/review.yaml': '- { column: 通知公告, reviews: [一审], since: 2026-01-01 }\n',
    'content/articles/2026/20261101-a.md': aText('2026-11-01', ['draft: true']),
  });
  onTestFinished(() => office.close());
  const disk = join(office.folder, 'content/review');
  await aMount(disk, 'size=3m');
  await fill(disk, join(disk, 'filler'), 0);
  const { ask } = await office.signIn('何雨桐');
  const articles = join(office.folder, 'content/articles');
  const before = await everythingIn(articles);
  const begin = () => ask('POST', 'articles', { title: '新的稿件', category: '通知公告' });
  const take = () => {
    const words = new URLSearchParams({ category: '通知公告', name: '稿件.docx' });
    return ask('POST', `import?${words}`, wordFile({ body: TITLE + p('各单位要抓好落实。') }));
  };
  for (const way of [begin, take]) {
    expect((await way()).status).toBe(507);
    expect(await everythingIn(articles)).toEqual(before);
  }
  await rm(join(disk, 'filler'));
  for (const way of [begin, take]) expect((await way()).status).toBe(200);
});
