/**
 * 相关稿件: older articles of the same column whose titles and keywords have most in common with an article's. Only
 * older ones, and only those shortly before it: publishing must not change pages that are out, and a page may not need
 * the whole archive to know its own text.
 */
import type { Article } from '../model/article.ts';
import type { Site } from './site.ts';

/** How many of the articles before are looked at. */
export const WINDOW = 24;
const MOST = 4;
/** A keyword in common counts as this many rare pairs of characters. */
const KEYWORD_WEIGHT = 2;
/** About two rare pairs of characters: 供暖, 检查. */
const LEAST_SCORE = 1.5;

/** At most four, the nearest first; the one before is left out, because 下一篇 is it. */
export function relatedArticles(site: Site, article: Article): Article[] {
  const older = site.before(article, WINDOW);
  const own = featuresOf(article);
  // A pair of characters that every other title has (机关, 关于) says little: it counts by its rarity.
  const frequency = new Map<string, number>();
  for (const other of older) {
    for (const feature of featuresOf(other)) {
      if (own.has(feature)) frequency.set(feature, (frequency.get(feature) ?? 0) + 1);
    }
  }
  return older
    .slice(1)
    .map((other) => {
      let score = 0;
      for (const feature of featuresOf(other)) {
        const count = frequency.get(feature);
        if (count) score += (feature.startsWith('#') ? KEYWORD_WEIGHT : 1) / count;
      }
      return { other, score };
    })
    .filter(({ score }) => score >= LEAST_SCORE)
    .toSorted((first, second) => second.score - first.score)
    .slice(0, MOST)
    .map(({ other }) => other);
}

const known = new WeakMap<Article, ReadonlySet<string>>();

/** The pairs of Han characters of its title, and its keywords marked with `#`. */
function featuresOf(article: Article): ReadonlySet<string> {
  const found = known.get(article);
  if (found) return found;
  const features = new Set(article.keywords?.map((keyword) => `#${keyword}`));
  for (const [run] of article.title.matchAll(/\p{Script=Han}{2,}/gu)) {
    for (let index = 0; index < run.length - 1; index += 1) {
      features.add(run.slice(index, index + 2));
    }
  }
  known.set(article, features);
  return features;
}
