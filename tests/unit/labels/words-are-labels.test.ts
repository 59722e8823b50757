/** Words for readers are data in `src/labels/`: in templates and scripts there are none, but in comments. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../../src');
const ROOMS = ['components', 'layouts', 'pages', 'client'];

/** What is no word for readers of another language. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'components/PreviewProblems.astro': 'said to staff, under the dev server alone',
  'components/title-html.ts': 'where Chinese titles may not break',
  'client/search/near-dates.ts': 'dates as the search reads them',
  'client/search/pinyin.ts': 'how Chinese characters are read',
  'client/search/said-dates.ts': 'dates as Chinese readers write them into the search',
  'client/search/year-offer.ts': 'the same',
};

const { transform } = createRequire(createRequire(import.meta.url).resolve('astro'))(
  '@astrojs/compiler-rs',
) as { transform(source: string, options: object): { code: string } };

const files = ROOMS.flatMap((room) =>
  readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(room, name),
  ),
).filter((path) => /\.(?:astro|ts|js)$/.test(path));

it('is looked for in all files', () => {
  expect(files.length).toBeGreaterThan(120);
  expect(Object.keys(EXCEPTIONS).filter((path) => !files.includes(path))).toEqual([]);
});

it('finds a word in a template, an attribute, a script and an expression, and none in comments', () => {
  const source = [
    '---',
    '/** 注释 */',
    'const a = `一${1}`; // 注释',
    '---',
    '<p title="二">三{a}{/* 注释 */}</p>',
    "{a && <b>{'四'}</b>}",
    '<script>/* 注释 */ alert("五");</script>',
  ].join('\n');
  expect(wordsIn('a.astro', source).join('')).toMatch(
    /^(?=.*一)(?=.*二)(?=.*三)(?=.*四)(?=.*五)(?!.*注)/,
  );
});

it.each(ROOMS)('%s: no words but those of labels', (room) => {
  const own = files.filter((path) => path.startsWith(`${room}/`) && !(path in EXCEPTIONS));
  const found = own.flatMap((path) =>
    wordsIn(path, readFileSync(join(SRC, path), 'utf8')).map((word) => `${path}: ${word}`),
  );
  expect(found, 'Put them into src/labels/ (src/README.md, “A language”)').toEqual([]);
});

/** Texts of a file in which a Han character stands. */
function wordsIn(path: string, source: string): string[] {
  if (!path.endsWith('.astro')) return wordsInCode(source);
  const scripts: string[] = [];
  // The compiler keeps a script as a text, comments and all.
  const template = source.replaceAll(/<script>([^]*?)<\/script>/g, (_, code: string) => {
    scripts.push(code);
    return '';
  });
  return [transform(template, { filename: path }).code, ...scripts].flatMap(wordsInCode);
}

function wordsInCode(code: string): string[] {
  const tree = ts.createSourceFile('a.ts', code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText = ts.isLiteralExpression(node) || ts.isTemplateMiddleOrTemplateTail(node);
    const isWord = isText || ts.isTemplateHead(node) || ts.isIdentifier(node);
    if (isWord && /\p{Script=Han}/u.test(node.text)) found.push(node.text.trim());
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
