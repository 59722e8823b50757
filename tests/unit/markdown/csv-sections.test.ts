import { expect, test } from 'vitest';
import { csvSections } from '../../../src/markdown/csv-sections.ts';

test('keeps the line breaks of a cell, and shows signs as they are', () => {
  const [, body] = csvSections([['项目'], ['一\n二'], ['<script>=1+2</script>']]);
  expect(body).toMatchObject({
    tagName: 'tbody',
    children: [
      {
        children: [
          {
            tagName: 'td',
            children: [
              { type: 'text', value: '一' },
              { tagName: 'br' },
              { type: 'text', value: '二' },
            ],
          },
        ],
      },
      { children: [{ children: [{ type: 'text', value: '<script>=1+2</script>' }] }] },
    ],
  });
});
