/** The dates of an article beside each other, and beside the one in its name. */
import type { ArticleFields, ArticleFile } from '../model/article.ts';
import { calendarDay } from '../model/calendar.ts';
import type { Issue } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import type { YamlPath } from '../model/yaml-text.ts';

export const dateInNameRule: Rule = {
  id: 'date/in-name',
  level: 'stop',
  scope: 'file',
  title: '文件名里的日期',
  basis: '国办秘函〔2019〕19号：发布日期弄虚作假单项否决；名称里的日期会成为网址。',
};

export const expiryRule: Rule = {
  id: 'date/expires',
  level: 'stop',
  scope: 'file',
  title: '失效日期',
  basis: '失效日期不在发布日期之后的稿件，永远不会显示。',
};

export function articleDateIssues(
  { date = '', expires }: Partial<ArticleFields>,
  { id, file }: Pick<ArticleFile, 'id' | 'file'>,
  lineOf: (path: YamlPath) => number,
): Issue[] {
  const issues: Issue[] = [];
  const day = date.slice(0, 10);
  const written = day.replaceAll('-', '');
  const named = id.slice(0, 8);
  const dashed = `${named.slice(0, 4)}-${named.slice(4, 6)}-${named.slice(6)}`;
  const isDated = /^\d{8}$/.test(named);
  if (isDated && !('text' in calendarDay(dashed))) {
    issues.push(
      ruled(dateInNameRule, {
        file,
        message: `文件名「${id}」里的日期 ${named} 不存在，没有这一天。`,
        fix: written
          ? `改名称，用发布日期（date）：npm run rename ${id} ${written}${id.slice(8)}`
          : '核对发布日期，名称开头的 8 位数字改成那一天。',
      }),
    );
  } else if (isDated && written && written !== named) {
    const renamed = `${written}${id.slice(8)}`;
    issues.push(
      ruled(dateInNameRule, {
        file,
        line: lineOf(['date']),
        message: `发布日期（date）是 ${day}，文件名里的日期是 ${named}，两处不一致。`,
        fix: `日期写错的，改回 ${dashed}；日期是对的，改名称：npm run rename ${id} ${renamed}（发布过的，原来的地址自动转过去）`,
      }),
    );
  }
  if (date && expires && expires <= date) {
    issues.push(
      ruled(expiryRule, {
        file,
        line: lineOf(['expires']),
        message: `失效日期（expires）${expires} 不在发布日期（date）${date} 之后，这篇稿件永远不会显示。`,
        fix: '核对这两个日期：失效日期要晚于发布日期；长期有效的，删掉 expires 这一行。',
      }),
    );
  }
  return issues;
}
