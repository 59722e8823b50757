/** The article that tells the result of a consultation (意见征集), and articles without one in a column that shows its state. */
import type { Column } from '../model/columns.ts';
import { resultArticle } from '../model/consultation.ts';
import type { Issue } from '../model/issue.ts';
import { found } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { knownArticles, namedArticleIssues } from './named-articles.ts';
import type { NamingSources } from './named-articles.ts';

export const resultArticleRule: Rule = {
  id: 'consultation/result',
  level: 'stop',
  scope: 'site',
  title: '意见征集的反馈稿件',
  basis: '写错的稿件编号，读者看不到结果。',
};

export const passingResultRule: Rule = {
  id: 'consultation/passing',
  level: 'warn',
  scope: 'site',
  title: '读者看不到的反馈稿件',
  basis: '反馈稿件打不开的，网页上写的还是“结果待反馈”。',
};

export const consultationColumnRule: Rule = {
  id: 'column/consultation',
  level: 'warn',
  scope: 'site',
  title: '意见征集栏目的稿件',
  basis: '没有写起止时间的征集，读者不知道还能不能提意见。',
};

const RESULT = {
  what: '反馈稿件（result）',
  at: 'consultation/result',
  mayBeElsewhere: false,
  unknown: resultArticleRule,
  passing: passingResultRule,
} as const;

export function checkConsultationLinks(
  sources: NamingSources,
  columns: readonly Column[],
): Issue[] {
  const { articles, toCome, drafts } = sources;
  const named = [...articles, ...toCome, ...drafts].flatMap((article) => {
    const id = article.consultation && resultArticle(article.consultation);
    return id === undefined ? [] : [{ article, id }];
  });
  const known = named.length === 0 ? undefined : knownArticles(sources);
  const ofResults = known
    ? named.flatMap(({ article, id }) => namedArticleIssues(article, id, RESULT, known, sources))
    : [];
  const ids = new Set(named.map(({ id }) => sources.formerIds.get(id) ?? id));
  return [...ofResults, ...columnIssues(sources, columns, ids)];
}

/** Beyond so many of a column the newest are named and the rest are counted: an old archive may hold thousands. */
const NAMED = 10;

/** @param results ids of articles that tell a result: they belong there, too */
function columnIssues(
  { articles, linesOf }: NamingSources,
  columns: readonly Column[],
  results: ReadonlySet<string>,
): Issue[] {
  const shown = columns.filter(({ kind, style }) => kind === 'list' && style === 'consultation');
  const findings = shown.flatMap(({ slug, name }) => {
    const bare = articles.filter(
      // Where it is there and not in order, that is told.
      (article) =>
        article.column === slug &&
        linesOf(article)['consultation'] === undefined &&
        !results.has(article.id),
    );
    const rest = bare.length - NAMED;
    return bare.slice(0, NAMED).map(({ file }, at) => ({
      file,
      message: `栏目「${name}」显示征集的状态，这篇稿件没有写 consultation，也不是哪次征集的反馈稿件。${at === NAMED - 1 && rest > 0 ? `这样的稿件还有 ${rest} 篇。` : ''}`,
      fix: '是征集的，加上 consultation（until、by 两行）；是反馈的，在那次征集的 consultation 下面写 result；都不是的，改发到别的栏目。',
    }));
  });
  return found(consultationColumnRule, findings);
}
