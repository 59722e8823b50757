/** Which articles that are committed the live site has as they are, and which are still on their way to it. */
import type { ReadArticle } from '../../model/article.ts';
import { hiddenBecause } from '../../rules/cross-checks.ts';
import { beijingTime, instant } from '../../site/dates.ts';
import type { DuePublications } from './due-publications.ts';
import type { LiveSite } from './live-site.ts';
import { unpublishedArticles } from './unpublished-articles.ts';
import { unsentArticles } from './unsent-articles.ts';

/** What is known where this machine publishes. */
export interface Publishing {
  live: LiveSite;
  due: Pick<DuePublications, 'trouble'>;
}

export interface SentArticles {
  /** Of one that is committed as it is. */
  isUnsent(article: ReadArticle): boolean;
  whyUnsent(article: ReadArticle): string;
  /** @param committed those that are committed as they are @returns as DeskSite's */
  ahead(committed: readonly ReadArticle[]): number | undefined;
}

/**
 * @param content absolute path
 * @param now the present in Beijing time, `YYYY-MM-DD HH:MM`
 */
export async function sentArticles(
  content: string,
  now: string,
  { live, due }: Publishing,
): Promise<SentArticles> {
  await live.begun;
  const known = live.now();
  const [noted, isUnpublished] = await Promise.all([
    unsentArticles(content),
    unpublishedArticles(content, known),
  ]);
  const next = typeof known === 'object' && known.next !== '' ? Date.parse(known.next) : Infinity;
  const comesByItself = typeof known === 'object' && !known.isHeld;

  /** Its moment came after what is live was made. */
  function isLate({ text: { draft, withdrawn, date, expires } }: ReadArticle): boolean {
    if (draft || withdrawn) return false;
    return [date, expires].some(
      (moment) => moment !== undefined && moment <= now && instant(moment).getTime() >= next,
    );
  }

  function isUnsent(article: ReadArticle): boolean {
    const { text, place } = article;
    if (noted.has(place.id) || isLate(article)) return true;
    if (!isUnpublished(place.id)) return false;
    const hidden = hiddenBecause(text, now);
    return hidden === undefined || (hidden === 'future' && !comesByItself);
  }

  return {
    isUnsent(article) {
      const is = isUnsent(article);
      if (is) live.lookAgain();
      return is;
    },
    whyUnsent(article) {
      if (!isLate(article)) return '已经提交，还没有发布到网站';
      const trouble = due.trouble();
      if (!trouble) return '到了时间，写稿台正在发布到网站';
      const again = beijingTime(new Date(trouble.again)).slice(11);
      return `到了时间，没能发布到网站（${trouble.said.split('\n').at(-1)}）；${again} 自动再试，也可以按“再发一次”`;
    },
    ahead(committed) {
      const moments = committed
        .filter(({ place, text }) => !text.draft && !text.withdrawn && isUnpublished(place.id))
        .flatMap(({ text: { date, expires } }) => [date ?? '', expires ?? ''])
        .filter((moment) => moment > now);
      const [first] = moments.toSorted();
      return first === undefined ? undefined : instant(first).getTime();
    },
  };
}
