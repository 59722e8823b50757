/** Generated bodies: those that inspection lets pass are shown, and nothing in them runs or shows as code. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { visit } from 'unist-util-visit';
import { afterAll, expect, test } from 'vitest';
import { seededRandom } from '../../support/random.ts';
import { htmlFragment } from '../../../src/markdown/html-fragment.ts';
import { inspectBody } from '../../../src/markdown/inspect-body.ts';
import { linkKind } from '../../../src/model/link-kind.ts';
import { mdxBody } from './mdx-grammar.ts';
import { mdxRunner, mdxShower } from './run-mdx.ts';

const ROUNDS = Number(process.env['MDX_ROUNDS'] ?? 1500);

const ELEMENTS = new Set(
  'p h2 h3 h4 h5 h6 ul ol li blockquote pre code strong em del a img picture source figure figcaption table thead tbody tr th td caption hr br sup section div span video'.split(
    ' ',
  ),
);
const folder = mkdtempSync(join(tmpdir(), 'mdx-'));
const canaryFile = join(folder, 'canary');
const traces = globalThis as { canary?: unknown };

afterAll(() => rmSync(folder, { recursive: true }));

/** Leaves a value and a file when it is run. */
const PROGRAM = `(globalThis.canary=1,process.getBuiltinModule("node:fs").writeFileSync(${JSON.stringify(canaryFile)},""))`;

test(`of ${ROUNDS} generated .mdx bodies none runs anything`, async () => {
  const random = seededRandom(12);
  const show = await mdxShower();
  let passed = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const body = mdxBody(random, PROGRAM);
    const { issues } = inspectBody(body, { format: 'mdx', file: 'a', firstLine: 1 });
    if (issues.every(({ level }) => level === 'warn')) {
      passed += 1;
      expect(strangers(await show(body)), body).toEqual([]);
    }
    expect(traces.canary, body).toBeUndefined();
    expect(existsSync(canaryFile), body).toBe(false);
  }
  // A generator of nothing but refused bodies would prove nothing.
  expect(passed).toBeGreaterThan(ROUNDS / 10);
});

test('the same program is seen to run where nothing stops it', async () => {
  const run = await mdxRunner();
  await run(`{${PROGRAM}}`);
  expect(traces.canary).toBe(1);
  expect(existsSync(canaryFile)).toBe(true);
});

/** Elements, attributes and addresses that no article may have. */
function strangers(html: string): string[] {
  const found: string[] = [];
  visit(htmlFragment.parse(html), 'element', ({ tagName, properties }) => {
    if (!ELEMENTS.has(tagName)) found.push(tagName);
    for (const [name, value] of Object.entries(properties)) {
      if (/^(?:on|style$|srcDoc$)/i.test(name)) found.push(`${tagName} ${name}`);
      const isAddress = ['href', 'src', 'poster', 'dataDownload'].includes(name);
      if (isAddress && ['forbidden', 'malformed', 'computer'].includes(linkKind(String(value))))
        found.push(`${tagName} ${name}=${String(value)}`);
    }
  });
  return found;
}
