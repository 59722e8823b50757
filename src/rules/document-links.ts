/** 文号 that must be unique, and the documents that others name: 解读 names its 原文, what was replaced its successor. */
import type { PlacedArticle } from '../model/article.ts';
import { isArticleName } from '../model/article-name.ts';
import { numberFault, numberKey } from '../model/document-number.ts';
import { lineIn } from '../model/field-lines.ts';
import type { FieldLines } from '../model/field-lines.ts';
import type { Issue, Words } from '../model/issue.ts';
import { nearest } from '../model/nearest.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';

export const numberTwiceRule: Rule = {
  id: 'document/number-twice',
  level: 'stop',
  scope: 'site',
  title: '重复的文号',
  basis: '一个文号只有一份文件，读者按文号找。',
};

export const namedDocumentRule: Rule = {
  id: 'document/named',
  level: 'stop',
  scope: 'site',
  title: '解读的原文、替代的文件',
  basis: '国办发〔2017〕47号：解读和被解读的文件要互相关联。',
};

export const passingDocumentRule: Rule = {
  id: 'document/passing',
  level: 'warn',
  scope: 'site',
  title: '读者看不到的原文、替代文件',
  basis: '解读还在，原文却打不开，读者会以为文件仍然有效。',
};

export interface DocumentSources {
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

const HIDDEN = { drafts: '还是草稿', expired: '已经过期', withdrawn: '已经撤下' } as const;

export function checkDocumentLinks(sources: DocumentSources): Issue[] {
  const { articles, toCome, drafts } = sources;
  const texts = [...articles, ...toCome, ...drafts];
  const numbered = texts.filter(({ document }) => document?.number !== undefined);
  const naming = texts.filter(({ explains, document }) => explains ?? document?.replacedBy);
  const twice = numberIssues(numbered, sources.linesOf);
  if (naming.length === 0) return twice;
  const known = knownArticles(sources);
  return [...twice, ...naming.flatMap((article) => namingIssues(article, known, sources))];
}

function numberIssues(
  numbered: readonly PlacedArticle[],
  linesOf: DocumentSources['linesOf'],
): Issue[] {
  const first = new Map<string, PlacedArticle>();
  return numbered.flatMap((article) => {
    const number = article.document?.number ?? '';
    const key = numberKey(number);
    const other = first.get(key);
    if (!other) {
      first.set(key, article);
      return [];
    }
    return ruled(numberTwiceRule, {
      file: article.file,
      line: lineIn(linesOf(article), 'document/number'),
      message: `文号「${number}」已经是《${other.title ?? other.id}》（${other.file}）的。`,
      fix: '核对两份文件的文号；是同一份文件的，只在一篇稿件里写 document，另一篇删掉。',
    });
  });
}

interface Known {
  byId: ReadonlyMap<string, PlacedArticle>;
  byNumber: ReadonlyMap<string, PlacedArticle>;
  /** Why readers do not see it, and will not. */
  hidden: ReadonlyMap<PlacedArticle, string>;
}

function knownArticles(sources: DocumentSources): Known {
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

function namingIssues(article: PlacedArticle, known: Known, sources: DocumentSources): Issue[] {
  const { explains, document } = article;
  const lines = sources.linesOf(article);
  const issue = (rule: Rule, at: string, words: Words): Issue =>
    ruled(rule, { file: article.file, line: lineIn(lines, at), ...words });
  const judged = (what: string, written: string, at: string, mayBeElsewhere: boolean): Issue[] => {
    const id = known.byId.has(written) ? written : (sources.formerIds.get(written) ?? written);
    const target = known.byId.get(id) ?? known.byNumber.get(numberKey(written));
    if (target?.id === article.id) {
      const fix = '写另一篇稿件的编号；没有的，删掉这一行。';
      return [issue(namedDocumentRule, at, { message: `${what}写的是这篇稿件自己。`, fix })];
    }
    const state = target && known.hidden.get(target);
    if (target && state && !article.draft) {
      const message = `${what}《${target.title ?? target.id}》${state}，读者打不开，网页上不显示链接。`;
      return [
        issue(passingDocumentRule, at, { message, fix: `核对 ${target.file}，或者删掉这一行。` }),
      ];
    }
    if (target || sources.unread.has(id)) return [];
    const isNumber = !isArticleName(written) && (numberFault(written)?.becomes ?? '-') !== '';
    if (mayBeElsewhere && isNumber) return [];
    return [issue(namedDocumentRule, at, unknownWords(what, written, isNumber, known))];
  };
  return [
    ...(explains === undefined
      ? []
      : judged('解读的原文（explains）', explains, 'explains', false)),
    ...(document?.replacedBy === undefined
      ? []
      : judged('替代文件（replacedBy）', document.replacedBy, 'document/replacedBy', true)),
  ];
}

function unknownWords(what: string, written: string, isNumber: boolean, known: Known): Words {
  const message = isNumber
    ? `${what}写的文号「${written}」，本站没有这份文件。`
    : `${what}写的是「${written}」，没有这篇稿件。`;
  const meant = nearest(written, [...(isNumber ? known.byNumber : known.byId).keys()]);
  const other = '写原文的稿件编号（它的文件夹名，例如 20260305-notice）或者文号。';
  return { message, fix: meant === undefined ? other : `是不是「${meant}」？` };
}
