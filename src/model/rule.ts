/** A rule (规则): one thing that may be wrong with what staff wrote, and why it is. It lives beside its check. */
import type { Level } from './issue.ts';
import { maskPersonal } from './personal-data.ts';

export interface Rule {
  /** Family and name, `markdown/list-mark`: staff never see it, pipelines and settings do, so that it stays as it is. */
  id: `${string}/${string}`;
  /** Of a finding that says none itself. */
  level: Level;
  /** What has to be read to judge it: words, one file, an article with what lies beside it, or all of the site. */
  scope: 'text' | 'file' | 'article' | 'site';
  /** What it looks at, a few words of Chinese. */
  title: string;
  /** The document that asks for it, or the reason in one Chinese sentence. */
  basis: string;
}

/** What a check says before its rule is known. */
interface Unruled {
  message: string;
  fix?: string;
  level?: Level | undefined;
  rule?: undefined;
}

/** What has its rule and a level. */
export type Ruled<T> = T & { rule: string; level: Level };

/** One finding with the rule that gives it; what it quotes repeats no number of a person. */
export function ruled<T extends Unruled>(rule: Rule, finding: T): Ruled<Omit<T, 'rule' | 'level'>> {
  const { message, fix, level = rule.level } = finding;
  const words = {
    message: maskPersonal(message),
    ...(fix !== undefined && { fix: maskedFix(fix) }),
  };
  return { ...finding, ...words, rule: rule.id, level };
}

/** A name with asterisks in it is no name: what hides one says so. */
function maskedFix(fix: string): string {
  const masked = maskPersonal(fix);
  return masked === fix
    ? fix
    : `${masked}（号码在这里遮挡了；名称里有号码的，先换一个不带号码的名称。）`;
}

/** The findings of a check with the rule that gives them. */
export function found<T extends Unruled>(
  rule: Rule,
  findings: readonly T[],
): Ruled<Omit<T, 'rule' | 'level'>>[] {
  return findings.map((finding) => ruled(rule, finding));
}
