/** Another name for an article, or the note that it has one already: its former address leads to it, its views go on. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Article } from '../model/article.ts';
import { pathAsStaffSeeIt } from '../reading/staff-path.ts';
import { planRename } from '../reading/rename-article.ts';
import type { PlannedRename } from '../reading/rename-article.ts';
import { recordPath } from '../review/record-file.ts';
import { articlePath, href } from '../site/addresses.ts';
import { countedAs } from '../site/counted-as.ts';
import { newcomers } from '../site/ledger/newcomers.ts';
import { markOfArticle } from '../site/ledger/standing.ts';
import { nameAt } from '../site/ledger/ledger-line.ts';
import type { LedgerLine } from '../site/ledger/ledger-line.ts';
import { ledgerLines, ledgerOf, withLedger } from './change.ts';
import type { Change, Refused, StandingSite } from './change.ts';
import { nameWritten } from './find-article.ts';
import { publishedLines } from './move-article.ts';

/**
 * @param standing undefined where the settings cannot be read; then only what was never published is renamed
 * @param roots where the content is
 */
export async function renameArticle(
  standing: StandingSite | undefined,
  roots: StandingSite['roots'],
  from: string,
  to: string,
): Promise<Change | Refused> {
  const staffPath = pathAsStaffSeeIt(roots.content);
  const known = recordedNames({ roots }, [nameWritten(from), nameWritten(to)]);
  const claimed = standing && alreadyRenamed(standing, known, nameWritten(from), nameWritten(to));
  if (claimed) return claimed;
  const plan = await planRename(join(roots.content, 'articles'), staffPath, from, to);
  if ('problem' in plan) return plan;
  const owners = known.get(plan.wanted) ?? [];
  const own = known.get(plan.id)?.[0]?.owner ?? plan.id;
  if (owners.some(({ owner }) => owner !== own)) {
    return {
      problem: `名称「${plan.wanted}」是另一篇发布过的稿件用过的，它的网址还要转到那一篇。请换一个名称。没有改动。`,
    };
  }
  const change: Change = {
    files: [plan.files, ...recordsOf(roots.content, plan)],
    told: [`${plan.told.from} → ${plan.told.to}`],
    addresses: [],
  };
  const article = standing?.site.content.articles.find(({ id }) => id === plan.id);
  if (!standing || !article || isNewcomer(standing, article)) return change;
  return renamePublished(standing, article, plan, change);
}

/** Its review's record goes along: what was approved stays approved. */
function recordsOf(content: string, { id, wanted, files }: PlannedRename) {
  const year = (path: string): string => basename(dirname(path));
  const from = recordPath(content, { year: year(files.from), id });
  const to = recordPath(content, { year: year(files.to), id: wanted });
  return existsSync(from) ? [{ from, to }] : [];
}

/** One that took another's name: nothing of that one's is its. */
function isNewcomer(standing: StandingSite, article: Article): boolean {
  const { site } = standing;
  const owner = countedAs(site, article);
  const alike = site.content.articles.filter((each) => countedAs(site, each) === owner);
  if (alike.length < 2) return false;
  return newcomers(alike, ledgerOf(standing)).includes(article);
}

function renamePublished(
  standing: StandingSite,
  article: Article,
  { wanted }: PlannedRename,
  change: Change,
): Change | Refused {
  const { site } = standing;
  const [from, to] = [article, { ...article, id: wanted }].map((each) => articlePath(site, each));
  if (from === undefined || to === undefined) return change;
  const owner = countedAs(site, article);
  const mark = markOfArticle(article);
  const lines = [...publishedLines(standing, article), { address: `/${to}`, owner, mark }];
  const addresses = [{ from: href(site, from), to: href(site, to) }];
  return withLedger(standing, lines, { ...change, addresses });
}

/** Of an article that was renamed by hand, the ledger is told. */
function alreadyRenamed(
  standing: StandingSite,
  known: ReadonlyMap<string, readonly LedgerLine[]>,
  from: string,
  to: string,
): Change | Refused | undefined {
  const { site, hidden } = standing;
  const { articles, withdrawn } = site.content;
  const isThere = [...articles, ...withdrawn, ...hidden.map(({ article }) => article)].some(
    ({ id }) => id === from,
  );
  const [line] = known.get(from) ?? [];
  const article = articles.find(({ id }) => id === to);
  if (isThere || !line || !article) return undefined;
  const others = (known.get(to) ?? []).filter(({ owner }) => owner !== line.owner);
  if (others.length > 0) {
    return {
      problem: `「${to}」自己发布过，和「${from}」不是同一篇。要让原来的网址转到它，在 content/redirects.yaml 里写：
- from: ${href(site, line.address.slice(1))}
  to: ${to}`,
    };
  }
  const path = articlePath(site, article);
  const told = { address: `/${path}`, owner: line.owner, mark: markOfArticle(article) };
  return withLedger(standing, [told], {
    files: [],
    told: [`「${to}」就是原来的「${from}」`],
    addresses: [{ from: href(site, line.address.slice(1)), to: href(site, path) }],
  });
}

/** The lines of pages that had one of these names, by name. */
function recordedNames(
  standing: Pick<StandingSite, 'roots'>,
  names: readonly string[],
): Map<string, LedgerLine[]> {
  const lines = ledgerLines(standing, (line) => names.includes(nameAt(line) ?? ''));
  return Map.groupBy(lines, (line) => nameAt(line) ?? '');
}
