/** Where front matter begins and ends: the two `---` lines, also where Word or a Chinese keyboard made others of them. */
import { wholeLine } from '../model/edit-in-line.ts';
import type { FieldNames } from '../model/field-names.ts';
import type { Issue, Words } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { linesOf } from './marker-lines.ts';
import type { Line } from './marker-lines.ts';
import { whereToEnd } from './missing-end-line.ts';

export const markerRule: Rule = {
  id: 'front-matter/marker',
  level: 'stop',
  scope: 'file',
  title: '稿件信息的「---」',
  basis: '没有两行「---」，分不出稿件信息和正文。',
};

export interface Markers {
  /** The lines between the two markers. */
  yaml: string;
  /** 1-based line of the file on which they begin. */
  firstLine: number;
  /** The text below the second marker, and its 1-based first line. */
  body: string;
  bodyLine: number;
  issues: Issue[];
}

export const EXAMPLE =
  '第一行写三个减号「---」，下面是标题、来源、日期、栏目，再用一行「---」结束。';

/** Every dash that keyboards and Word's corrections make of a minus. */
export const DASHES = /^(?:[-‐‑‒–—―−﹣－─━]{2,}|[–—―─━])$/;
const KEY = /^["']?[\p{L}_]+["']?[ \u3000]*[:：]/u;
/** A comment, an item of a list, a line that belongs to the one above. */
const BELONGS = /^(?:#|-\s|[ \t\u00A0]|[\]}]|\u3000[ \u3000]*[\w-])/;
/** Longer than any front matter, and short enough to be read at once. */
const LONGEST = 65_536;

/**
 * @param text LF line ends, no byte order mark
 * @param file the path as staff see it
 * @param names of the fields, to tell where they end without a marker
 * @returns the parts, or the one Issue for which there are none
 */
export function findMarkers(
  text: string,
  file: string,
  names: FieldNames,
): Markers | { refused: Issue } {
  const refused = (line: number, message: string, fix: string, edit?: Issue['edit']) => ({
    refused: ruled(markerRule, { file, line, message, fix, edit }),
  });
  const issues: Issue[] = [];
  let opening: Line | undefined;
  let lastField = 0;
  let isAfterGap = false;
  for (const line of linesOf(text)) {
    const { words, number } = line;
    if (!opening) {
      if (words === '') continue;
      const problem = openingProblem(line, text);
      if (problem) {
        const { message, fix, edit } = problem;
        issues.push(ruled(markerRule, { file, line: number, message, fix, edit }));
        if (problem.refuses) return refused(number, message, fix, edit);
      }
      opening = line;
      continue;
    }
    if (line.start - opening.start > LONGEST) {
      // Below lines that are no fields, it is the end that is missing.
      if (lastField < number - 1) break;
      return refused(
        opening.number,
        '稿件信息太长，超过 6 万字。',
        '删去多余的行。旧地址（aliases）很多的，请改写在 content/redirects.yaml 里。',
      );
    }
    if (words === '') {
      isAfterGap = true;
      continue;
    }
    const closing = closingProblem(line);
    if (closing) {
      if (closing !== 'none') issues.push(ruled(markerRule, { file, line: number, ...closing }));
      return {
        yaml: text.slice(opening.end + 1, Math.max(line.start - 1, opening.end + 1)),
        firstLine: opening.number + 1,
        body: text.slice(line.end + 1),
        bodyLine: number + 1,
        issues,
      };
    }
    const isField = KEY.test(words) || BELONGS.test(line.raw);
    if (isAfterGap && !isField && lastField > 0) break;
    if (isField) lastField = number;
  }
  if (!opening) return refused(1, '文件开头没有稿件信息（front matter）。', EXAMPLE);
  const message = '稿件信息没有结束：缺少第二个「---」。';
  const end = whereToEnd(text, opening, LONGEST, names);
  if (!end) return refused(opening.number, message, EXAMPLE);
  const { last, isCertain } = end;
  return refused(
    opening.number,
    message,
    `在第 ${last.number} 行「${last.words.slice(0, 40)}」下面加一行「---」，再往下是正文。`,
    isCertain
      ? { line: last.number, column: last.raw.length, was: '', becomes: '\n---' }
      : undefined,
  );
}

type Problem = Words & Pick<Issue, 'edit'>;

function openingProblem(line: Line, text: string): (Problem & { refuses?: boolean }) | undefined {
  const { words, number, raw } = line;
  if (words === '---' || words === '---yaml' || words === '--- yaml') return undefined;
  if (DASHES.test(words)) return wrongDashes('第一个', line);
  const [, language] = /^---\s*(\w+)$/.exec(words) ?? [];
  if (language) {
    return {
      refuses: true,
      message: `文件第一行是「---${language}」，本站不运行稿件里的代码。`,
      fix: '第一行只写三个减号「---」。',
    };
  }
  if (words.startsWith('---')) return { ...moreBehind('第一个', line), refuses: true };
  if (isWithoutOpening(text.slice(line.start))) {
    return {
      refuses: true,
      message: '稿件信息的最前面少了一行「---」。',
      fix: `在「${words.slice(0, 40)}」上面加一行三个减号「---」。`,
      edit: { line: number, column: 0, was: raw, becomes: `---\n${raw}` },
    };
  }
  return { refuses: true, message: '文件开头没有稿件信息（front matter）。', fix: EXAMPLE };
}

/** Two fields or more, and then a marker. */
function isWithoutOpening(text: string): boolean {
  let fields = 0;
  for (const { raw, words } of linesOf(text)) {
    if (DASHES.test(words)) return fields > 1;
    if (KEY.test(words)) fields += 1;
    else if (words !== '' && !BELONGS.test(raw)) return false;
  }
  return false;
}

/** 'none' for the marker as it should be; undefined for a line that is none. */
function closingProblem(line: Line): Problem | 'none' | undefined {
  const { words } = line;
  if (words === '---') return 'none';
  if (words === '...' || words === '…' || words === '……' || DASHES.test(words)) {
    return wrongDashes('第二个', line);
  }
  return words.startsWith('---') ? moreBehind('第二个', line) : undefined;
}

function wrongDashes(which: string, { number, raw, words }: Line): Problem {
  return {
    message: `${which}「---」写成了「${words}」。`,
    fix: '改成三个英文减号，前后不写别的：---',
    edit: wholeLine(raw, number, '---'),
  };
}

function moreBehind(which: string, { number, raw, words }: Line): Problem {
  const rest = words.replace(/^-+\s*/, '');
  return {
    message: `${which}「---」的后面还有字：「${rest.slice(0, 40)}」。`,
    fix: '「---」要单独占一行：在它后面按一次回车。',
    edit: wholeLine(raw, number, `---\n${rest}`),
  };
}
