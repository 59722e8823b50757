/** Every rule has its id, its basis and an input that breaks it; every issue has its rule. */
import { globSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { wordsIssues } from '../../../src/attachments/words-issues.ts';
import { textIssue } from '../../../src/attachments/text-issue.ts';
import { readSite } from '../../../src/build/read-site.ts';
import { ALL_RULES, ruleOf } from '../../../src/build/rule-registry.ts';
import { inspectBody } from '../../../src/markdown/inspect-body.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { siteOptions } from '../../../src/output/options.ts';
import { aBureau } from '../../support/a-bureau.ts';
import { aFolder } from '../../support/a-folder.ts';
import { aZip, wordParts } from '../../support/office-files.ts';
import { anOleFile } from '../../support/ole-file.ts';
import { oneArticle } from '../../support/one-article.ts';
import { areThere, caseNames, issuesOf, writeCaseBureau } from '../../e2e/support/cases.ts';
import { aPhoto } from '../images/sample-pictures.ts';
import { BODIES, FILES } from './rule-inputs.ts';

const PROJECT = join(import.meta.dirname, '../../..');
const FIXTURES = join(PROJECT, 'tests/fixtures');
const given = new Set<string>();

/** A photograph that says where it was taken. */
const PLACED = await aPhoto(60, 40)
  .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 14/1 0/1' } })
  .jpeg()
  .toBuffer();

/** The rules of issues, each of which is one of the registry and has a level. */
function rulesOf(issues: readonly Issue[]): string[] {
  return issues.map(({ rule, level }) => {
    expect(['stop', 'warn', 'info']).toContain(level);
    given.add(ruleOf(rule).id);
    return rule;
  });
}

test('ids are a family and a name, and each is there once', () => {
  const ids = ALL_RULES.map(({ id }) => id);
  expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([]);
  expect(ids).toEqual([...new Set(ids)]);
});

test('each says in Chinese what it looks at, and why', () => {
  const silent = ALL_RULES.filter(
    ({ title, basis }) => !/\p{Script=Han}/u.test(title) || !/\p{Script=Han}.*。$/u.test(basis),
  );
  expect(silent).toEqual([]);
});

test('each rule that the source declares is in the registry', () => {
  const declared = globSync('src/**/*.ts', { cwd: PROJECT }).flatMap((file) =>
    [...readFileSync(join(PROJECT, file), 'utf8').matchAll(/: Rule = \{\s*id: '([^']+)'/g)].map(
      ([, id = '']) => id,
    ),
  );
  expect(declared.toSorted()).toEqual(ALL_RULES.map(({ id }) => id));
});

describe('a rule is given by what breaks it:', () => {
  it.for(BODIES)('%s', ([rule, body, format]) => {
    const { issues } = inspectBody(body, {
      format: format ?? 'md',
      file: 'a.md',
      firstLine: 1,
    });
    expect(rulesOf(issues)).toContain(rule);
  });

  it.each(FILES)('%s', async (rule, files) => {
    const { read } = await aBureau(files);
    expect(rulesOf((await read()).issues)).toContain(rule);
  });

  it('home/column, settings/missing', async () => {
    const { folder, read } = await aBureau();
    const site = join(folder, 'content/site.yaml');
    const home = 'home: [{ column: 没有, style: headlines, count: 8 }]';
    await writeFile(site, (await readFile(site, 'utf8')).replace('home: []', home));
    expect(rulesOf((await read()).issues)).toEqual(['home/column']);
    await rm(site);
    expect(rulesOf((await read()).issues)).toEqual(['settings/missing']);
  });

  it('settings/no-content', async () => {
    const options = siteOptions({ content: '/nowhere/content', public: '/nowhere/public' });
    expect(rulesOf((await readSite(options)).issues)).toEqual(['settings/no-content']);
  });

  it('file/obstacle, file/symbolic-link, file/unreadable-name', async () => {
    const { folder, read } = await aBureau({ 'content/articles/2026/2\u0001.md': '甲' });
    await symlink('/etc/hosts', join(folder, 'content/articles/2026/20261101-b.md'));
    await mkdir(join(folder, 'content/articles/2026/20261101-c/index.md'), { recursive: true });
    const rules = rulesOf((await read()).issues);
    expect(rules.toSorted()).toEqual([
      'file/obstacle',
      'file/symbolic-link',
      'file/unreadable-name',
    ]);
  });

  it.each([
    ['file/archive', 'a.zip', aZip({ 'a.exe': 'MZ' })],
    [
      'file/macro',
      'a.doc',
      anOleFile({ WordDocument: Buffer.from('x'), Macros: Buffer.from('x') }),
    ],
    ['file/photo-place', 'a.docx', aZip({ ...wordParts(''), 'word/media/a.jpg': PLACED })],
  ])('%s', async (rule, name, bytes) => {
    const article = await oneArticle({ frontMatter: `attachments: [${name}]` }, { [name]: bytes });
    expect(rulesOf((await article.read()).issues)).toContain(rule);
  });

  it('attachment/unsearchable', () => {
    expect(rulesOf([textIssue('a.md', 'a.pdf', 'damaged')])).toEqual(['attachment/unsearchable']);
  });
});

it('what is found in the words of an attachment', () => {
  const hit = (kind: 'id' | 'mark') => ({ kind, where: '批注', isHidden: true, shown: '甲' });
  const words = { hits: [hit('id'), hit('mark')], more: {}, hidden: ['批注'] };
  const issues = wordsIssues({ file: 'a.md' }, 'a.xlsx', { ...words, fault: 'cut' });
  expect(rulesOf(issues)).toEqual([
    'attachment/personal',
    'attachment/leak',
    'attachment/hidden',
    'attachment/unchecked',
  ]);
});

describe('every issue has a rule of the registry:', () => {
  const settings = globSync('bad-settings/*', { cwd: FIXTURES });
  it.each(['bad', ...settings])('%s', async (name) => {
    const roots = [join(FIXTURES, name, 'content'), join(FIXTURES, name, 'public')] as const;
    const options = siteOptions({ content: roots[0], public: roots[1], now: '2026-11-25 09:00' });
    expect(rulesOf((await readSite(options)).issues)).not.toEqual([]);
  });

  it.skipIf(!areThere)('the cases that lie beside the project', async () => {
    const folder = await aFolder();
    await writeCaseBureau(folder, await caseNames());
    expect(rulesOf((await issuesOf(folder)).issues)).not.toEqual([]);
  });
});

afterAll(() => {
  const missing = ALL_RULES.filter(({ id }) => !given.has(id)).map(({ id }) => id);
  expect(missing).toEqual([]);
});
