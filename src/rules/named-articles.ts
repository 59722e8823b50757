/** Articles that others name in a field, by id or by the number of their document: which they are, and what is wrong with that. */
import type { PlacedArticle } from '../model/article.ts';
import { isArticleName } from '../model/article-name.ts';
import { numberFault, numberKey } from '../model/document-number.ts';
import { lineIn } from '../model/field-lines.ts';
import type { FieldLines } from '../model/field-lines.ts';
import type { Issue, Words } from '../model/issue.ts';
import { nearest } from '../model/nearest.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';

export interface NamingSources {
  /** On the site, and on it later. */
  articles: readonly PlacedArticle[];
  toCome: readonly PlacedArticle[];
  drafts: readonly PlacedArticle[];
  expired: readonly PlacedArticle[];
  withdrawn: readonly PlacedArticle[];
  /** Ids of articles of which nothing is known: problems of their own are told. */
  unread: ReadonlySet<string>;
  /** The ids that articles had before they were renamed, with those that they have. */
  formerIds: ReadonlyMap<string, string>;
  linesOf(article: PlacedArticle): FieldLines;
}

/** One field that names an article. */
export interface Naming {
  /** 解读的原文（explains） */
  what: string;
  /** `document/replacedBy` */
  at: string;
  /** Whether the number of a document may be that of another site's. */
  mayBeElsewhere: boolean;
  /** Of one that is not there, and of one that readers do not see. */
  unknown: Rule;
  passing: Rule;
}

export interface Known {
  byId: ReadonlyMap<string, PlacedArticle>;
  byNumber: ReadonlyMap<string, PlacedArticle>;
  /** Why readers do not see it, and will not. */
  hidden: ReadonlyMap<PlacedArticle, string>;
}

const HIDDEN = { drafts: '还是草稿', expired: '已经过期', withdrawn: '已经撤下' } as const;

export function knownArticles(sources: NamingSources): Known {
  const hidden = new Map<PlacedArticle, string>();
  const kinds = ['drafts', 'expired', 'withdrawn'] as const;
  for (const kind of kinds) for (const article of sources[kind]) hidden.set(article, HIDDEN[kind]);
  // What readers see comes last, and so counts.
  const all = [...hidden.keys(), ...sources.toCome, ...sources.articles];
  return {
    byId: new Map(all.map((article) => [article.id, article])),
    byNumber: new Map(
      all.flatMap((article) => {
        const number = article.document?.number;
        return number === undefined ? [] : [[numberKey(number), article] as const];
      }),
    ),
    hidden,
  };
}

/** The article that staff mean by an id, a former id, or the number of a document. */
export function targetOf(
  written: string,
  { byId, byNumber }: Known,
  { formerIds }: NamingSources,
): PlacedArticle | undefined {
  const id = byId.has(written) ? written : (formerIds.get(written) ?? written);
  return byId.get(id) ?? byNumber.get(numberKey(written));
}

/** What is wrong with the article that a field names; nothing where the field is not there. */
export function namedArticleIssues(
  article: PlacedArticle,
  written: string | undefined,
  { what, at, mayBeElsewhere, unknown, passing }: Naming,
  known: Known,
  sources: NamingSources,
): Issue[] {
  if (written === undefined) return [];
  const line = lineIn(sources.linesOf(article), at);
  const issue = (rule: Rule, words: Words): Issue[] => [
    ruled(rule, { file: article.file, line, ...words }),
  ];
  const id = known.byId.has(written) ? written : (sources.formerIds.get(written) ?? written);
  const target = targetOf(written, known, sources);
  if (target?.id === article.id) {
    const fix = '写另一篇稿件的编号；没有的，删掉这一行。';
    return issue(unknown, { message: `${what}写的是这篇稿件自己。`, fix });
  }
  const state = target && known.hidden.get(target);
  if (target && state && !article.draft) {
    const message = `${what}《${target.title ?? target.id}》${state}，读者打不开，网页上不显示链接。`;
    return issue(passing, { message, fix: `核对 ${target.file}，或者删掉这一行。` });
  }
  if (target || sources.unread.has(id)) return [];
  const isNumber = !isArticleName(written) && (numberFault(written)?.becomes ?? '-') !== '';
  if (mayBeElsewhere && isNumber) return [];
  return issue(unknown, unknownWords(what, written, isNumber, othersOf(article, known)));
}

/** Nobody means the text itself. */
function othersOf({ id }: PlacedArticle, { byId, byNumber, hidden }: Known): Known {
  const others = <T extends { id: string }>(map: ReadonlyMap<string, T>): Map<string, T> =>
    new Map([...map].filter(([, article]) => article.id !== id));
  return { byId: others(byId), byNumber: others(byNumber), hidden };
}

function unknownWords(what: string, written: string, isNumber: boolean, known: Known): Words {
  const message = isNumber
    ? `${what}写的文号「${written}」，本站没有这份文件。`
    : `${what}写的是「${written}」，没有这篇稿件。`;
  const meant = nearest(written, [...(isNumber ? known.byNumber : known.byId).keys()]);
  const other = '写原文的稿件编号（它的文件夹名，例如 20260305-notice）或者文号。';
  return { message, fix: meant === undefined ? other : `是不是「${meant}」？` };
}
