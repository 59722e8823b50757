/** Findings that waivers.yaml lets stand: they are told, and stop nothing until their day is over. */
import { ATTACHMENT_WORD_RULES } from '../attachments/words-issues.ts';
import { hitsMessage, partedHits } from '../model/issue-hits.ts';
import type { IssueHits } from '../model/issue-hits.ts';
import type { Issue } from '../model/issue.ts';
import { maskPersonal } from '../model/personal-data.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import type { Waiver } from '../model/waivers.ts';
import { TEXT_RULES } from '../rules/text/text-checks.ts';
import type { SettingsFile } from './read-settings.ts';

export const expiredWaiverRule: Rule = {
  id: 'waiver/expired',
  level: 'stop',
  scope: 'site',
  title: '过期的豁免',
  basis: '豁免有期限，到期要重新看一遍。',
};

export const unusedWaiverRule: Rule = {
  id: 'waiver/unused',
  level: 'warn',
  scope: 'site',
  title: '没有用到的豁免',
  basis: '问题已经没有了的豁免要删掉，免得以后放过同样的问题。',
};

export const longWaiverRule: Rule = {
  id: 'waiver/long',
  level: 'warn',
  scope: 'site',
  title: '期限太长的豁免',
  basis: '豁免要定期重新看：人会换，文件也会换，最长一年。',
};

export const notWaivableRule: Rule = {
  id: 'waiver/rule',
  level: 'stop',
  scope: 'site',
  title: '不能豁免的规则',
  basis: '文字和附件内容的问题可以由人决定，写法的问题不改就生成不了网站。',
};

const WAIVABLE: ReadonlySet<string> = new Set(
  [...TEXT_RULES, ...ATTACHMENT_WORD_RULES].map(({ id }) => id),
);

/**
 * The findings with those marked that are waived, and what is wrong with the waivers.
 * @param now the present in Beijing time, `YYYY-MM-DD HH:MM`
 */
export function applyWaivers(
  issues: readonly Issue[],
  { value: waivers, file, lineOf }: SettingsFile<readonly Waiver[]>,
  now: string,
): Issue[] {
  if (waivers.length === 0) return [...issues];
  const result = [...issues];
  for (const [index, waiver] of waivers.entries()) {
    const at = (field: keyof Waiver) => ({ file, line: lineOf([index, field]) });
    const { rule, article, until } = waiver;
    const called = `「${article}」的「${rule}」`;
    if (!WAIVABLE.has(rule)) {
      const message = `「${rule}」不是可以豁免的规则。`;
      const fix = '规则的编号见 npm run check -- --rules；写法的问题请改正，不能豁免。';
      result.push(ruled(notWaivableRule, { ...at('rule'), message, fix }));
      continue;
    }
    const held = [...result.keys()].filter((place) => fits(result[place], waiver));
    if (until < now.slice(0, 10)) {
      const message = `${called}的豁免到 ${until} 为止，已经过期。`;
      const fix =
        held.length > 0
          ? '改正稿件，删掉这一条；确实还要留着的，重新批准，改 until。'
          : '问题已经没有了，删掉这一条。';
      result.push(ruled(expiredWaiverRule, { ...at('until'), message, fix }));
      continue;
    }
    if (held.length === 0) {
      const message = `${called}没有这样的问题，这一条豁免没有用到。`;
      const fix = '核对规则、稿件编号和原话；问题已经改好的，删掉这一条。';
      result.push(ruled(unusedWaiverRule, { ...at('rule'), message, fix }));
      continue;
    }
    const year = yearAfter(now.slice(0, 10));
    if (until > year) {
      const message = `${called}的豁免到 ${until} 为止，超过一年。`;
      const fix = `把 until 改成 ${year} 或更早的日期，到期以前再看一遍。`;
      result.push(ruled(longWaiverRule, { ...at('until'), message, fix }));
    }
    // From the last one, so that the others stay where they are.
    for (const place of held.toReversed()) {
      const issue = result[place];
      if (issue) result.splice(place, 1, ...letStand(issue, waiver));
    }
  }
  return result;
}

function fits(issue: Issue | undefined, { rule, article, words = '' }: Waiver): boolean {
  if (!issue || issue.rule !== rule || issue.waived) return false;
  if (nameOf(issue.file) !== article) return false;
  return issue.hits
    ? partedHits(issue.hits, words).named.found.length > 0
    : issue.message.includes(words);
}

/** Of several places those that the waiver names; the others are told as before. */
function letStand(issue: Issue, waiver: Waiver): Issue[] {
  if (!issue.hits) return [waived(issue, waiver)];
  const { named, others } = partedHits(issue.hits, waiver.words ?? '');
  const isAll = others.found.length + others.more === 0;
  return [waived(telling(issue, named), waiver), ...(isAll ? [] : [telling(issue, others)])];
}

const telling = (issue: Issue, hits: IssueHits): Issue => ({
  ...issue,
  hits,
  message: maskPersonal(hitsMessage(hits)),
});

/** The same day of the next year. */
function yearAfter(day: string): string {
  const year = String(Number(day.slice(0, 4)) + 1);
  const rest = day.slice(4);
  return year + (rest === '-02-29' ? '-02-28' : rest);
}

/** The name by which a waiver calls a text: an article's id, pages/…, topics/…. @param file as staff see it */
function nameOf(file: string): string | undefined {
  const [, room = '', name = ''] =
    /(?:^|\/)(articles\/[^/]+|pages|topics)\/([^/]+?)(?:\.mdx?)?(?:\/[^/]*)?$/.exec(file) ?? [];
  if (name === '') return undefined;
  return room.startsWith('articles') ? name : `${room}/${name}`;
}

function waived(issue: Issue, { reason, person, until }: Waiver): Issue {
  const { edit: _, ...told } = issue;
  return {
    ...told,
    level: 'info',
    message: `${issue.message}（已豁免到 ${until}：${reason}——${person.join('、')}）`,
    fix: '不用改；到期以前再看一遍。',
    waived: { reason, persons: person, until },
  };
}
