import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';

const fixtures = new URL('fixtures/', import.meta.url);

test.for(readdirSync(fixtures))('renders %s', async (name) => {
  const read = (file: string): string => readFileSync(new URL(`${name}/${file}`, fixtures), 'utf8');
  const html = await renderMarkdown(read('input.md'), aBodyContext(nothingKnown));
  expect(`${html}\n`).toBe(read('output.html'));
});
