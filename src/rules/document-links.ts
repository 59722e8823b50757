/** 文号 that must be unique, and the documents that others name: 解读 names its 原文, what was replaced its successor. */
import type { PlacedArticle } from '../model/article.ts';
import { numberKey } from '../model/document-number.ts';
import { lineIn } from '../model/field-lines.ts';
import type { Issue } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { knownArticles, namedArticleIssues, targetOf } from './named-articles.ts';
import type { Known, Naming, NamingSources } from './named-articles.ts';

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

export function checkDocumentLinks(sources: NamingSources): Issue[] {
  const { articles, toCome, drafts } = sources;
  const texts = [...articles, ...toCome, ...drafts];
  const numbered = texts.filter(({ document }) => document?.number !== undefined);
  const naming = texts.filter(({ explains, document }) => explains ?? document?.replacedBy);
  const twice = numberIssues(numbered, sources.linesOf);
  if (naming.length === 0) return twice;
  const known = knownArticles(sources);
  return [
    ...twice,
    ...naming.flatMap((article) => namingIssues(article, known, sources)),
    ...naming.flatMap((article) => circleIssues(article, known, sources)),
  ];
}

function numberIssues(
  numbered: readonly PlacedArticle[],
  linesOf: NamingSources['linesOf'],
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

/** What is replaced by what it replaces itself, in however many steps: readers would be led around. */
function circleIssues(article: PlacedArticle, known: Known, sources: NamingSources): Issue[] {
  const nextOf = ({ document }: PlacedArticle): PlacedArticle | undefined =>
    document?.replacedBy === undefined ? undefined : targetOf(document.replacedBy, known, sources);
  const way = new Set<PlacedArticle>();
  let last = article;
  for (let next = nextOf(article); next && !way.has(next); next = nextOf(next)) {
    way.add(next);
    if (next === article) break;
    last = next;
  }
  // That it names itself is told where it does.
  if (!way.has(article) || last === article) return [];
  return [
    ruled(namedDocumentRule, {
      file: article.file,
      line: lineIn(sources.linesOf(article), 'document/replacedBy'),
      message: `替代文件（replacedBy）绕成了一圈：《${last.title ?? last.id}》（${last.file}）又由这篇稿件替代。`,
      fix: '核对这些文件哪一份最新：最新的那一份不写 replacedBy。',
    }),
  ];
}

function namingIssues(article: PlacedArticle, known: Known, sources: NamingSources): Issue[] {
  const { explains, document } = article;
  const naming = (what: string, at: string, mayBeElsewhere: boolean): Naming => ({
    what,
    at,
    mayBeElsewhere,
    unknown: namedDocumentRule,
    passing: passingDocumentRule,
  });
  const original = naming('解读的原文（explains）', 'explains', false);
  const successor = naming('替代文件（replacedBy）', 'document/replacedBy', true);
  return [
    ...namedArticleIssues(article, explains, original, known, sources),
    ...namedArticleIssues(article, document?.replacedBy, successor, known, sources),
  ];
}
