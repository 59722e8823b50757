/** 扣分: what the findings cost by the table that the bureau's superiors published, as far as a program can see. */
import { join } from 'node:path';
import { ALL_RULES } from '../build/rule-registry.ts';
import { deductionsSchema, NO_DEDUCTIONS } from '../model/deductions.ts';
import type { DeductionTable } from '../model/deductions.ts';
import { nearest } from '../model/nearest.ts';
import { readYamlFile } from '../reading/read-yaml-file.ts';
import { obstacleAt } from '../system/regular-file.ts';
import type { Entry } from './entries.ts';
import { finding, WEBMASTER } from './found.ts';
import type { Found } from './found.ts';
import {
  afterHtmlRule,
  blankLabelRule,
  dateChangedRule,
  deductionRule,
  forgedDateRule,
  INSPECTION_RULES,
  liveRule,
  metaTagRule,
  outboundDeadRule,
  pageLinkRule,
  pageMarkRule,
  reportedRule,
  reviewRule,
  unreachableRule,
} from './inspection-rules.ts';
import type { Inspection } from './inspect-site.ts';
import { masked } from './mask.ts';

const NAME = 'inspection.yaml';
const FILE = `content/${NAME}`;
/** 国办秘函〔2019〕19号: 扣分指标 are 100 points, below 60 a site fails. */
const FULL = 100;
export const PASSES = 60;

export interface DeductionsRead {
  table?: DeductionTable;
  /** Rules that the table names and that there are not. */
  issues: Found[];
  /** Why no points are counted, in Chinese. */
  why?: string;
}

/** @param content absolute path of the content folder @param date of the inspection */
export async function readDeductions(content: string, date: string): Promise<DeductionsRead> {
  const path = join(content, NAME);
  if (obstacleAt(path) === 'missing') {
    return { issues: [], why: `没有 ${FILE}（扣分标准，照上级的通报写）` };
  }
  const { value, lineOf } = await readYamlFile(path, FILE, deductionsSchema, NO_DEDUCTIONS);
  if (value?.rows.length === 0) {
    return { issues: [], why: `${FILE}（扣分标准）里一个指标也没有写` };
  }
  if (!value) return { issues: [], why: `${FILE} 有写错的地方，改好以后再算` };
  if (value.date > date) return { issues: [], why: `${FILE} 里的标准 ${value.date} 才公布` };
  const issues = value.rows.flatMap(({ rules = [] }, index) =>
    rules
      .filter((rule) => !isKnown(rule))
      .map((rule) => {
        const like = nearest(rule, KNOWN);
        return finding(deductionRule, {
          file: FILE,
          line: lineOf(['rows', index, 'rules']),
          message: `没有「${rule}」这条规则，这一项没有算。`,
          fix: `${like === undefined ? '' : `是不是「${like}」？`}规则的编号见自查报告的问题台账和 npm run check -- --rules。`,
          owner: WEBMASTER,
        });
      }),
  );
  return { table: value, issues };
}

export interface DeductionRow {
  indicator: string;
  /** For each fault. */
  points: number;
  most: number | undefined;
  /** Faults; undefined where no program looks for them. */
  count: number | undefined;
  taken: number;
  /** Whether all of its rules were looked at. */
  isWhole: boolean;
}

export interface Deductions {
  source: string;
  date: string;
  rows: DeductionRow[];
  taken: number;
  /** What is left of the full points, at best. */
  left: number;
}

/** Of findings that stand now; what is waived, and what only bites later, costs nothing. */
export function deductionsOf(
  inspection: Inspection,
  entries: readonly Entry[],
): Deductions | undefined {
  const { deductions: table } = inspection;
  if (!table) return undefined;
  const open = entries.filter(({ waived, bites }) => !waived && bites === '');
  const unseen = notLookedAt(inspection);
  const rows = table.rows.map(({ indicator, points, most, rules = [] }): DeductionRow => {
    const isOne = (id: string): boolean => rules.some((rule) => isOf(id, rule));
    // One finding may stand for many articles, each of which is a fault.
    const faults = open
      .filter(({ rule }) => isOne(rule))
      .reduce((sum, { places = [] }) => sum + Math.max(1, places.length), 0);
    const count = rules.length === 0 ? undefined : faults;
    const taken = Math.min(rounded((count ?? 0) * points), most ?? FULL);
    return {
      indicator: masked(indicator),
      points,
      most,
      count,
      taken,
      isWhole: rules.every(isKnown) && !unseen.some(isOne),
    };
  });
  // There is no more to be taken.
  const taken = Math.min(FULL, rounded(rows.reduce((sum, row) => sum + row.taken, 0)));
  const { source, date } = table;
  return { source: masked(source), date, rows, taken, left: Math.max(0, rounded(FULL - taken)) };
}

const KNOWN = [...ALL_RULES, ...INSPECTION_RULES].map(({ id }) => id as string);

function isKnown(rule: string): boolean {
  return KNOWN.some((id) => isOf(id, rule));
}

/** A rule, or all of a family. */
function isOf(id: string, rule: string): boolean {
  return id === rule || id.startsWith(`${rule}/`);
}

/** What is not found there says nothing. */
function notLookedAt({ seen, reported }: Inspection): string[] {
  return [
    ...(seen.pages === undefined
      ? [pageMarkRule, metaTagRule, pageLinkRule, blankLabelRule, afterHtmlRule]
      : []),
    ...(seen.history === undefined ? [forgedDateRule, dateChangedRule, reviewRule] : []),
    ...(seen.links ? [] : [outboundDeadRule]),
    ...(seen.live ? [] : [liveRule, unreachableRule]),
    ...(reported ? [] : [reportedRule]),
  ].map(({ id }) => id);
}

function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}
