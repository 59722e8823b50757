import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aBodyContext, nothingKnown } from './a-body-context.ts';
import { mdxShower } from './run-mdx.ts';

const fixtures = new URL('fixtures/', import.meta.url);

/** What only .md can say: `<` and raw HTML, which MDX reads as components. */
const NOT_MDX = new Set(['raw-html', 'bare-addresses']);

const TABLE_TAG = String.raw`</?(?:table|thead|tbody|tr|th|td)\b[^>]*>`;
const LINE_IN_TABLE = new RegExp(`(?<=${TABLE_TAG})\n+(?=<)|\n+(?=${TABLE_TAG})`, 'g');

/** `data-outbound=""` is `data-outbound`, and lines between the parts of a table show nothing. */
function alike(html: string): string {
  return html.replaceAll('=""', '').replaceAll(LINE_IN_TABLE, '');
}

const show = await mdxShower(aBodyContext(nothingKnown));

test.for(readdirSync(fixtures).filter((name) => !NOT_MDX.has(name)))(
  'an .mdx article gives the HTML of %s, too',
  async (name) => {
    const read = (file: string): string =>
      readFileSync(new URL(`${name}/${file}`, fixtures), 'utf8');
    const html = await show(read('input.md'));
    expect(alike(`${html}\n`)).toBe(alike(read('output.html')));
  },
);
