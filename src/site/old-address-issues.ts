/** Old addresses: none may be that of something living, each leads to one end, and the end is there. */
import type { PlacedArticle } from '../model/article.ts';
import { belowBase } from '../model/base-path.ts';
import { lineIn } from '../model/field-lines.ts';
import type { Issue } from '../model/issue.ts';
import { readOldAddress } from '../model/old-address.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { addressKey, bareAddress, queryKey } from './address-key.ts';
import type { AddressSources } from './address-sources.ts';
import { placeOf } from './claims.ts';
import type { Claims } from './claims.ts';
import { redirectPagePath } from './moved-page.ts';
import { exactKey, redirectEnds } from './old-addresses.ts';
import { articlePath } from './addresses.ts';
import { targetIssue } from './redirect-target-issue.ts';
import type { ArticleState } from './redirect-target-issue.ts';

export const oldAddressTakenRule: Rule = {
  id: 'old-address/taken',
  level: 'stop',
  scope: 'site',
  title: '旧地址占了现在的地址',
  basis: '旧地址不能毁掉现在的页面。',
};

export const oldAddressTwiceRule: Rule = {
  id: 'old-address/twice',
  level: 'stop',
  scope: 'site',
  title: '重复的旧地址',
  basis: '一个旧地址只能有一个去处。',
};

/** An old address and who wrote it. */
interface Wanted {
  written: string;
  /** An article's id, or `to` as written. */
  to: string;
  /** Address of the article whose alias it is, below the base. */
  own: string | undefined;
  file: string;
  line: number;
  level?: 'warn';
}

export function oldAddressIssues(claims: Claims, sources: AddressSources): Issue[] {
  const wanted = wantedAddresses(sources);
  const first = new Map<string, Wanted>();
  const issues: Issue[] = [];
  const report = (rule: Rule, item: Wanted, message: string, fix: string): void => {
    const { file, line, level } = item;
    issues.push(ruled(rule, { file, line, message, fix, level }));
  };
  for (const item of wanted) {
    const taken = takenBy(claims, sources, item);
    if (taken) {
      report(oldAddressTakenRule, item, ...taken);
      continue;
    }
    const key = exactKey(readOldAddress(item.written));
    const other = first.get(key);
    if (other && (other.written === item.written || other.to !== item.to)) {
      report(oldAddressTwiceRule, item, ...doubleWords(item, other));
    } else {
      first.set(key, item);
    }
  }
  return [...issues, ...targetIssues(claims, sources, issues)];
}

/** A line whose `from` is wrong already is not judged twice. */
function targetIssues(
  claims: Claims,
  sources: AddressSources,
  reported: readonly Issue[],
): Issue[] {
  const { site, redirectsFile: file, lineOfRedirect } = sources;
  const { redirects } = site.content;
  if (redirects.length === 0) return [];
  const wrong = new Set(reported.flatMap((issue) => (issue.file === file ? [issue.line] : [])));
  const ends = redirectEnds(site, (path) => {
    const below = belowBase(site.base, path);
    return below !== undefined && claims.owner(below) !== undefined;
  });
  const isKnown = articleStates(sources);
  return redirects.flatMap(({ from, to }, index) => {
    if (wrong.has(lineOfRedirect(index, 'from'))) return [];
    const issue = targetIssue({ from, to, end: ends(to), claims, site, isKnown });
    return issue ? [{ file, line: lineOfRedirect(index, 'to'), ...issue }] : [];
  });
}

function articleStates(sources: AddressSources) {
  const { site, articles, toCome, drafts, expired, withdrawn, unread } = sources;
  const states = new Map<string, ArticleState>();
  for (const id of unread) states.set(id, 'unread');
  // Those that are not ready are among them.
  for (const { id } of articles) states.set(id, 'unread');
  for (const { id } of [...toCome, ...drafts, ...expired, ...withdrawn]) states.set(id, 'hidden');
  for (const { id } of site.content.articles) states.set(id, 'published');
  return states;
}

function wantedAddresses(sources: AddressSources): Wanted[] {
  const { site, articles, toCome, drafts, linesOf } = sources;
  const ofArticle = (article: PlacedArticle, level?: 'warn'): Wanted[] =>
    (article.aliases ?? []).map((written, index) => ({
      written,
      to: article.id,
      own: articlePath(site, article),
      file: article.file,
      line: lineIn(linesOf(article), `aliases/${index}`),
      ...(level ? { level } : {}),
    }));
  const published = [...articles, ...toCome, ...sources.withdrawn];
  // By path, as they are listed everywhere else.
  const sorted = published.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return [
    ...sorted.flatMap((article) => ofArticle(article)),
    ...site.content.redirects.map(({ from, to }, index) => ({
      written: from,
      to,
      own: undefined,
      file: sources.redirectsFile,
      line: sources.lineOfRedirect(index, 'from'),
    })),
    ...drafts.flatMap((article) => ofArticle(article, 'warn')),
  ];
}

function doubleWords(item: Wanted, other: Wanted): [message: string, fix: string] {
  const place = other.file === item.file ? `${other.file}:${other.line}` : other.file;
  const fix =
    item.own === undefined
      ? '一个旧地址只能有一个去处，删掉其中一处。'
      : '一个旧地址只能对应一篇稿件，删掉其中一处。';
  if (item.written === other.written)
    return [`旧地址「${item.written}」已经写在 ${place} 里。`, fix];
  return [`旧地址「${item.written}」和 ${place} 里的「${other.written}」是同一个地址。`, fix];
}

/** Who has the address already. */
function takenBy(
  claims: Claims,
  { site }: AddressSources,
  { written, own }: Wanted,
): [message: string, fix: string] | undefined {
  const { path, query } = readOldAddress(written);
  const below = belowBase(site.base, path);
  // An address of this host that is not the site's.
  if (below === undefined) return undefined;
  const shown = `旧地址「${written}」`;
  if (query !== undefined && queryKey(query) !== '') {
    const owner = claims.owner(below);
    const isAsked = owner && ['search/', 'search/index.html', 'api/'].includes(owner.path);
    return isAsked ? [`${shown}是${owner.what}的地址，读者要用。`, '删掉这个旧地址。'] : undefined;
  }
  if (own !== undefined && addressKey(own) === addressKey(below)) {
    return [`${shown}就是这篇稿件现在的地址。`, '删掉这个旧地址：现在的地址一直打得开。'];
  }
  const file = redirectPagePath(path, site.base);
  const owner = claims.owner(below) ?? (file === undefined ? undefined : claims.conflict(file));
  if (!owner) return undefined;
  const isSame = bareAddress(below) === bareAddress(owner.path);
  const isSpelling = addressKey(below) === addressKey(owner.path);
  const place = `${owner.what}${placeOf(owner)}`;
  if (isSame) return [`${shown}是${place}现在的地址。`, '删掉这个旧地址：现在的地址一直打得开。'];
  if (isSpelling) {
    const fix = '删掉这个旧地址：许多主机不分大小写，会来回跳转。';
    return [`${shown}和${place}的地址只差大小写。`, fix];
  }
  return [`${shown}占了${place}的地方。`, '删掉这个旧地址。'];
}
