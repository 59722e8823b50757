import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { hideFrontMatter } from '../../../src/renderer/mdx-articles.ts';

/** As @astrojs/mdx looks for front matter. */
const { parseFrontmatter } = createRequire(createRequire(import.meta.url).resolve('@astrojs/mdx'))(
  '@astrojs/internal-helpers/frontmatter',
) as {
  parseFrontmatter(
    code: string,
    options: { frontmatter: 'empty-with-spaces' },
  ): { frontmatter: object; content: string };
};

test.for([
  '正文。',
  '---\nlayout: ../../evil.astro\n---\n\n正文。',
  '\n\n---\nlayout: ../../evil.astro\n---\n\n正文。',
  '+++\nlayout = "../../evil.astro"\n+++\n',
  '\uFEFF---\nlayout: a\n---\n',
])('a body has no front matter of its own: %j', (body) => {
  const { frontmatter, content } = parseFrontmatter(hideFrontMatter(body, 7), {
    frontmatter: 'empty-with-spaces',
  });
  expect(frontmatter).toEqual({});
  expect(content.split('\n').slice(6).join('\n')).toBe(body);
  expect(content.split('\n').slice(0, 6).join('').trim()).toBe('');
});
