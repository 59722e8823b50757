/** The sample's home page by the ruler. */
import { expect, inject, it } from 'vitest';
import { DESKTOP, useBrowser } from '../support/page.ts';

const open = useBrowser();

/** From the end of each list to the heading below it in the same column, CSS pixels. */
const GAPS = `(() => {
  const blocks = [...document.querySelectorAll('.home-beside > .block, .home-lists > .block')]
    .map((block) => ({
      left: block.getBoundingClientRect().left,
      top: block.querySelector('header').getBoundingClientRect().top,
      bottom: block.querySelector('ul').getBoundingClientRect().bottom,
      parent: block.parentElement,
    }));
  return blocks.flatMap((one) => {
    const below = blocks.filter((other) =>
      other.parent === one.parent && other.left === one.left && other.top > one.top);
    return below.length > 0 ? [Math.min(...below.map(({ top }) => top)) - one.bottom] : [];
  });
})()`;

it('has one distance between lists, beside the pictures and below', async () => {
  const { page } = await open(inject('sample'), DESKTOP);
  const gaps = await page.evaluate<number[]>(GAPS);
  expect(gaps.length).toBeGreaterThan(2);
  for (const gap of gaps) expect(Math.abs(gap - (gaps[0] ?? 0))).toBeLessThan(1);
});
