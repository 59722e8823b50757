/** What only the whole site shows of its topics: articles and columns that are not there, sections that show nothing. */
import type { PlacedArticle } from '../model/article.ts';
import { monthOf, nameInAddress } from '../model/article-name.ts';
import { lineIn } from '../model/field-lines.ts';
import type { Issue, Words } from '../model/issue.ts';
import { nearest } from '../model/nearest.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import type { Topic } from '../model/topic.ts';
import { findColumn } from '../rules/column-checks.ts';
import type { AddressSources } from './address-sources.ts';
import { publishedArticle, sectionArticles } from './topic-articles.ts';

export const topicArticleRule: Rule = {
  id: 'topic/article',
  level: 'stop',
  scope: 'site',
  title: '专题里的稿件',
  basis: '写错的稿件编号，读者在专题里看不到那篇稿件。',
};

export const topicPassingRule: Rule = {
  id: 'topic/passing',
  level: 'warn',
  scope: 'site',
  title: '专题里没有发布的稿件',
  basis: '没有发布、已经撤下的稿件，专题里不显示。',
};

export const topicColumnRule: Rule = {
  id: 'topic/column',
  level: 'stop',
  scope: 'site',
  title: '专题里的栏目',
  basis: '栏目写错了，那个板块是空的。',
};

export const topicEmptyRule: Rule = {
  id: 'topic/empty',
  level: 'warn',
  scope: 'site',
  title: '专题里空的板块',
  basis: '国办秘函〔2019〕19号：空白栏目检查时扣分，空的板块不显示。',
};

export const topicSectionRule: Rule = {
  id: 'topic/section',
  level: 'stop',
  scope: 'file',
  title: '专题的板块放哪些稿件',
  basis: '只有逐篇写明，或者写关键词、栏目，才知道放哪些稿件。',
};

export const topicDatesRule: Rule = {
  id: 'topic/dates',
  level: 'stop',
  scope: 'file',
  title: '专题的起止日期',
  basis: '结束比开始早，专题一开始就是已结束。',
};

export const TOPIC_RULES: readonly Rule[] = [
  topicArticleRule,
  topicPassingRule,
  topicColumnRule,
  topicEmptyRule,
  topicSectionRule,
  topicDatesRule,
];

export function checkTopics(sources: AddressSources): Issue[] {
  const { topics, topicsToCome } = sources.site.content;
  return [...topics, ...topicsToCome].flatMap((topic) => topicIssues(topic, sources));
}

function topicIssues(topic: Topic, sources: AddressSources): Issue[] {
  const { site } = sources;
  const { file, date, until, lines, sections } = topic;
  const issues: Issue[] = [];
  const report = (rule: Rule, field: string, words: Words): void => {
    issues.push(ruled(rule, { file, line: lineIn(lines, field), ...words }));
  };
  if (until !== undefined && until < date.slice(0, until.length)) {
    const message = `结束日期（until）${until} 比开始日期（date）${date} 早。`;
    report(topicDatesRule, 'until', { message, fix: '核对两个日期，改正写错的那个。' });
  }
  for (const [index, section] of sections.entries()) {
    const { title, articles = [], keywords = [], category } = section;
    const before = issues.length;
    const isChosen = keywords.length > 0 || category !== undefined;
    if (articles.length > 0 === isChosen) {
      report(topicSectionRule, `sections/${index}`, isChosen ? twoWays(title) : noWay(title));
    }
    for (const [place, written] of articles.entries()) {
      if (publishedArticle(site, written)) continue;
      const problem = articleProblem(written, sources);
      const at = `sections/${index}/articles/${place}`;
      if (problem) report(problem.rule, at, problem.words);
    }
    const meant = category === undefined ? undefined : findColumn(category, site.content.columns);
    if (meant && !('column' in meant)) {
      report(topicColumnRule, `sections/${index}/category`, meant);
    }
    if (issues.length === before && sectionArticles(site, section).length === 0) {
      report(topicEmptyRule, `sections/${index}`, {
        message: `板块「${title}」里现在一篇稿件也没有，网页上不显示这个板块。`,
        fix: '有了稿件会自动显示；等不到的，核对关键词和稿件里写的是不是一样，或者删掉这个板块。',
      });
    }
  }
  return issues;
}

function noWay(title: string): Words {
  return {
    message: `板块「${title}」没有写放哪些稿件。`,
    fix: '加一行「keywords: 几个词」或「category: 栏目名称」，或者在「articles:」下面逐行写稿件编号。',
  };
}

function twoWays(title: string): Words {
  return {
    message: `板块「${title}」写了 articles，又写了 keywords 或 category。`,
    fix: '只留一种；两种都要的，分成两个板块。',
  };
}

const HIDDEN: readonly (readonly [
  'drafts' | 'toCome' | 'expired' | 'withdrawn',
  string,
  string,
])[] = [
  ['drafts', '还是草稿', '发布那篇稿件后会自动显示；不准备发布的，删掉这一行。'],
  ['toCome', '还没有到发布时间', '到时候会自动显示，可以不改。'],
  ['expired', '已经失效', '删掉这一行，或者换成别的稿件。'],
  ['withdrawn', '已经撤下', '删掉这一行，或者换成别的稿件。'],
];

/** Undefined for one that has problems of its own, which are told. */
function articleProblem(
  written: string,
  sources: AddressSources,
): { rule: Rule; words: Words } | undefined {
  const name = nameInAddress(written);
  const isIt = ({ id }: PlacedArticle): boolean => id === name;
  if (sources.unread.has(name) || sources.articles.some(isIt)) return undefined;
  for (const [list, state, fix] of HIDDEN) {
    const hidden = sources[list].find(isIt);
    if (!hidden) continue;
    const message = `稿件「${hidden.title ?? name}」${state}，专题里不显示。`;
    return { rule: topicPassingRule, words: { message, fix } };
  }
  const ids = sources.articles.map(({ id }) => id);
  const ofMonth = ids.filter((id) => monthOf(id) === monthOf(name));
  const meant = nearest(name, ofMonth) ?? nearest(name, ids);
  const fix = meant
    ? `是不是「${meant}」？`
    : '写稿件文件夹的名称，例如 20260610-energy-week，或者从地址栏复制网址。';
  return { rule: topicArticleRule, words: { message: `没有叫「${written}」的稿件。`, fix } };
}
