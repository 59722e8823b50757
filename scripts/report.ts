/** What staff are told after a check or a build. */
import type { HiddenArticle, HiddenReason } from '../src/model/content.ts';
import { stopping } from '../src/model/issue.ts';
import type { Issue, Level } from '../src/model/issue.ts';
import { printable } from '../src/model/printable.ts';
import type { Rule } from '../src/model/rule.ts';
import type { HostFit } from '../src/build/host-fit.ts';
import { beijingTime } from '../src/site/dates.ts';
import type { HostNeeds } from '../src/site/moved-page.ts';

const REASONS: Readonly<Record<HiddenReason, (article: HiddenArticle['article']) => string>> = {
  draft: () => '草稿（draft: true）',
  future: ({ date = '' }) => `还没到发布时间（${date}）`,
  expired: ({ expires }) => `已过失效日期（${expires ?? ''}）`,
};

/** 「共 3 个问题，另有 1 条提醒，草稿里有 2 个问题」; an empty text when there is none of them. */
export function countIssues(issues: readonly Issue[]): string {
  const problems = stopping(issues).length;
  const drafts = issues.filter(({ draft }) => draft).length;
  const warnings = issues.length - problems - drafts;
  const told = [
    problems > 0 ? `共 ${problems} 个问题` : '',
    warnings > 0 ? `${problems > 0 ? '另有' : '共'} ${warnings} 条提醒` : '',
    drafts > 0 ? `草稿里有 ${drafts} 个问题` : '',
  ];
  return told.filter(Boolean).join('，');
}

/** What was left out of those that were asked for; an empty text when nothing was. */
export function describeUnshown(issues: readonly Issue[], shown: readonly Issue[]): string {
  const kept = new Set(shown);
  const rest = countIssues(issues.filter((issue) => !kept.has(issue)));
  return rest && `没有列出的：${rest.replace(/^共 /, '')}。`;
}

const LEVEL_WORDS: Readonly<Record<Level, string>> = { stop: '必须改', warn: '提醒', info: '参考' };

/** Each rule in two lines: its id, its level and what it looks at; why. */
export function describeRules(rules: readonly Rule[]): string {
  const lines = rules.map(
    ({ id, level, title, basis }) => `${id}（${LEVEL_WORDS[level]}）${title}\n  ${basis}`,
  );
  return `${lines.join('\n')}\n共 ${rules.length} 条规则。`;
}

/** The articles that are not on the site now; an empty text when there is none. */
export function describeUnpublished(unpublished: readonly HiddenArticle[]): string {
  if (unpublished.length === 0) return '没有暂不发布的稿件。';
  const lines = unpublished.map(
    ({ article, reason }) => `  ${printable(article.file)}：${REASONS[reason](article)}`,
  );
  return `暂不发布的稿件 ${unpublished.length} 篇：\n${lines.join('\n')}`;
}

/** What whoever runs the host has to know of the old addresses; nothing where any host will do. */
export function describeNeeds({ withoutPage, withQuery, oldPages }: HostNeeds): string[] {
  const asked = withQuery > 0 ? `，其中 ${withQuery} 个带「?」` : '';
  return [
    ...(withoutPage > 0
      ? [
          `提示（给管理员）：${withoutPage} 个旧地址没有自己的跳转页面${asked}：npm run serve、照样子配好的 nginx 和 Caddy 都会跳转，别的主机要认 _redirects 才行。`,
        ]
      : []),
    ...(oldPages > 0
      ? [
          `提示（给管理员）：${oldPages} 个旧地址的跳转页面以 .asp、.jsp 之类结尾：主机不认 _headers 也不认 _redirects 的，打开时会变成下载。`,
        ]
      : []),
  ];
}

/** One line when a host cannot take the site; an empty text otherwise. */
export function describeTooLarge({ tooLarge, isNamed }: HostFit): string {
  const told = tooLarge.map(({ label, reasons }) => `${label}（${reasons.join('；')}）`).join('、');
  if (told === '') return '';
  if (isNamed) {
    return `注意（给管理员）：网站超出了 ${told} 的限制，发布会失败或者缺东西。请换一个平台或用自己的服务器，再改 site.yaml 里的 host。`;
  }
  return `提示（给管理员）：网站放不进 ${told}。不用这些平台的，在 site.yaml 里写 host: own，就不再提示。`;
}

/** 第 12 版（2026-11-26 08:00，提交 1a2b3c4d，1234 个文件） */
export function describeRelease(release: ReleaseFacts): string {
  const { sequence, time, commit, isUncommitted, files, again } = release;
  const facts = [
    beijingTime(new Date(time)),
    ...(commit === '' ? [] : [`提交 ${commit.slice(0, 8)}`]),
    ...(isUncommitted ? ['未提交的改动'] : []),
    ...(again === undefined ? [] : [`退回的第 ${again} 版`]),
    `${files} 个文件`,
  ];
  return `第 ${sequence} 版（${facts.join('，')}）`;
}

interface ReleaseFacts {
  sequence: number;
  /** ISO, UTC. */
  time: string;
  commit: string;
  isUncommitted?: boolean | undefined;
  files: number;
  again?: number | undefined;
}
