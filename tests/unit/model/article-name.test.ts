import { expect, it } from 'vitest';
import {
  isArticleName,
  LONGEST_SHORT_NAME,
  monthOf,
  yearOf,
} from '../../../src/model/article-name.ts';
import { isArticleId } from '../../../src/views/article-id.ts';
import { seededRandom } from '../../support/random.ts';

const day = '20260305';

it.each([
  [`${day}-video-conference`, true],
  [`${day}-a`, true],
  [`${day}-2`, true],
  [`${day}-${'a'.repeat(LONGEST_SHORT_NAME)}`, true],
  [`${day}-${'a'.repeat(LONGEST_SHORT_NAME + 1)}`, false],
  [`${day}-`, false],
  [day, false],
  [`${day}--a`, false],
  [`${day}-a-`, false],
  [`${day}-a--b`, false],
  [`${day}-A`, false],
  [`${day}-a_b`, false],
  [`${day}-a\n`, false],
  [`${day}-通知`, false],
  [`2026305-a`, false],
])('%j as an article’s name: %s, to the site and to the counter of views', (name, expected) => {
  expect([isArticleName(name), isArticleId(name)]).toEqual([expected, expected]);
});

it('the counter of views knows the same names, of any signs and lengths', () => {
  const random = seededRandom(7);
  const signs = ['0', '9', 'a', 'z', '-', '-', 'A', '_', ' ', '图', '\n'];
  const differing = Array.from({ length: 20_000 }, () => {
    const length = random.pick([0, 1, 2, 3, 5, 8, 79, 80, 81, 82]);
    const few = random.pick([signs, signs.slice(0, 5), signs.slice(0, 4)]);
    const name = Array.from({ length }, () => random.pick(few)).join('');
    return random.pick([day, '2026030', '']) + random.pick(['-', '']) + name;
  }).filter((name) => isArticleName(name) !== isArticleId(name));
  expect(differing).toEqual([]);
});

it('its year and its month', () => {
  expect([yearOf(`${day}-a`), monthOf(`${day}-a`)]).toEqual(['2026', '202603']);
});
