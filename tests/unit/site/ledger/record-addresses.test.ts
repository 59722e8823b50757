/** What is written: whole lines, sorted, each address once; what git could not join is joined; nothing goes. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recordAddresses } from '../../../../src/site/ledger/record-addresses.ts';
import { judgeLedger } from '../../../../src/site/ledger/judge-ledger.ts';
import { aColumn, aSite, anArticle, aTopic } from '../../../support/a-site.ts';
import { aFolder } from '../../../support/a-folder.ts';

const site = aSite({ columns: [], articles: [], publicFiles: ['a.pdf', 'b.jpg', 'robots.txt'] });

async function record(text: string, isDry = false) {
  const path = join(await aFolder(), 'addresses.tsv');
  await writeFile(path, text);
  const done = await recordAddresses(site, { path, file: 'content/addresses.tsv' }, { isDry });
  return { done, text: await readFile(path, 'utf8') };
}

it('adds a file of the bureau, and no picture and nothing of the engine', async () => {
  const { done, text } = await record('/z/\tpage:z\n');
  expect(text).toBe('/a.pdf\tfile\n/z/\tpage:z\n');
  expect(done).toMatchObject({ added: 1, total: 2, isChanged: true });
  expect((await record('/z/\tpage:z\n', true)).text).toBe('/z/\tpage:z\n');
});

it('mends order, doubles, BOM, CRLF and conflicts, and keeps both sides', async () => {
  const text =
    '\uFEFF/z/\tpage:z\r\n<<<<<<< HEAD\n/y/\tpage:y\n=======\n/x/\tpage:x\n>>>>>>> other\n/z/\tpage:z\n';
  const mended = '/a.pdf\tfile\n/x/\tpage:x\n/y/\tpage:y\n/z/\tpage:z\n';
  expect((await record(text)).text).toBe(mended);
  const { done, text: same } = await record(mended);
  expect([same, done]).toEqual([mended, { text: mended, added: 0, total: 4, isChanged: false }]);
});

it('notes a topic, and none of a later date', async () => {
  const path = join(await aFolder(), 'addresses.tsv');
  const topicsToCome = [aTopic({ slug: 'to-come' })];
  const other = aSite({ columns: [], topics: [aTopic()], topicsToCome });
  await recordAddresses(other, { path, file: 'content/addresses.tsv' });
  const text = await readFile(path, 'utf8');
  expect(text).toMatch(/^\/topics\/energy-week\/\ttopic:energy-week\t[\w-]+\n$/);
});

it('leaves a file alone that it cannot read', async () => {
  const { done, text } = await record('/z/\tpage:z\n甲\n');
  expect(text).toBe('/z/\tpage:z\n甲\n');
  expect(done).toMatchObject({ issues: [{ rule: 'ledger/line', line: 2 }] });
});

it('notes an article under the name that it had first', async () => {
  const path = join(await aFolder(), 'addresses.tsv');
  const renamed = aSite({ articles: [anArticle({ id: '20260305-b' })] });
  const firstNames = new Map([['20260305-b', '20260305-a']]);
  const lasting = { ...renamed.lasting, firstNames };
  await recordAddresses({ ...renamed, lasting }, { path, file: 'content/addresses.tsv' });
  expect(await readFile(path, 'utf8')).toContain('/xwzx/tpxw/202603/20260305-b/\t20260305-a\t');
});

it('notes the pages of a register, which lead to it, or to the list, when the column is called otherwise', async () => {
  const path = join(await aFolder(), 'addresses.tsv');
  const place = { path, file: 'content/addresses.tsv' };
  const siteWith = (slug: string, style: 'policy' | 'headlines') =>
    aSite({ columns: [aColumn({ slug, name: '政策', style })], articles: [] });
  await recordAddresses(siteWith('zc', 'policy'), place);
  expect((await readFile(path, 'utf8')).match(/^.*register.*$/gm)).toEqual([
    '/zc/register/\tlist:zc',
    '/zc/register/themes/\tlist:zc',
  ]);
  const formerOf = (slug: string, style: 'policy' | 'headlines') => {
    const { lasting } = judgeLedger({ site: siteWith(slug, style), articles: new Map(), ...place });
    return lasting.former.map(({ address, to }) => `${address} ${to}`);
  };
  expect(formerOf('zc', 'policy')).toEqual([]);
  expect(formerOf('zcwj', 'policy').filter((each) => each.includes('register'))).toEqual([
    '/zc/register/ /zcwj/register/',
    '/zc/register/themes/ /zcwj/register/themes/',
  ]);
  expect(formerOf('zc', 'headlines')).toEqual(['/zc/register/ /zc/', '/zc/register/themes/ /zc/']);
});
