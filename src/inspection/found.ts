/** What an inspection found: an issue with where readers meet it, when it bites, and who is asked to mend it. */
import type { Finding, Issue } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';

export interface Facts {
  /** Title of the page on which it shows. */
  title?: string | undefined;
  /** Absolute address of that page. */
  url?: string | undefined;
  /** The day on which it begins to count, `YYYY-MM-DD`; left out where it counts already. */
  bites?: string | undefined;
  /** Who is asked to mend it. */
  owner?: string | undefined;
  /** Every place, where one finding stands for many. */
  places?: readonly FoundPlace[] | undefined;
}

export interface FoundPlace {
  title: string;
  url: string;
  /** As staff see it; '' where nobody knows. */
  file: string;
}

export type Found = Issue & Facts;

/** One finding of a rule of the inspection. */
export function finding(
  rule: Rule,
  { title, url, bites, owner, places, ...words }: Finding & Facts,
): Found {
  return { ...ruled(rule, words), title, url, bites, owner, places };
}

/** Who runs the site, where a finding is nobody's in particular. */
export const WEBMASTER = '网站管理员';
