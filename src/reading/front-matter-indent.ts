/** Spaces and tabs at the head of a line: YAML reads a meaning into them that nobody sees. */
import type { Words } from '../model/issue.ts';

/** What a line stands under: nothing yet, a field that has its words, one that waits for lines, or a text of several lines. */
export interface Above {
  kind: 'start' | 'words' | 'open' | 'block';
  key?: string;
}

/** The fields that have lines below them. */
const HAVE_LINES = new Set([
  'attachments',
  'repost',
  'aliases',
  'keywords',
  'reviewers',
  'corrections',
  'withdrawn',
  'sections',
  'document',
  'consultation',
  '附件',
  '转载',
  '旧地址',
  '关键词',
  '审核',
  '更正',
  '撤下',
  '板块',
  '公文',
  '意见征集',
]);
const FIELD = /^([ \t\u3000\u00A0]+)([\p{L}_]+)[ \u3000]*([:：])(.*)$/u;
const ODD = /^[ ]*[\t\u3000\u00A0]/;

/**
 * What is wrong with the head of a line, and the line as it is meant.
 * @param lines all lines of the front matter
 */
export function misplacedLine(
  line: string,
  above: Above,
  lines: readonly string[],
): (Words & { becomes?: string }) | undefined {
  const [, spaces, key = '', colon = ':', rest = ''] = FIELD.exec(line) ?? [];
  if (spaces !== undefined && isOwnField(above, lines)) {
    const value = rest.trim();
    const right = `${key}: ${value}`;
    return {
      message: `「${key}」的前面多了空格，会被当成上一行的一部分。`,
      fix: `删掉行首的空格：${right}`,
      ...(colon === ':' && (rest === '' || /^\s/.test(rest)) ? { becomes: right.trimEnd() } : {}),
    };
  }
  if (!ODD.test(line)) return undefined;
  const straight = line.replace(/^[ \t\u3000\u00A0]+/, (head) =>
    head.replaceAll('\t', '  ').replaceAll(/[\u3000\u00A0]/g, ' '),
  );
  const what = /^[ ]*\t/.test(line) ? '按了 Tab 键' : '用了中文空格';
  return {
    message: `行首${what}，读不懂：「${line.trim()}」。`,
    fix: '行首只能用英文空格：删掉，重新按两下空格键。',
    becomes: straight,
  };
}

/** Whether an indented field stands where none can belong to the line above. */
function isOwnField({ kind, key = '' }: Above, lines: readonly string[]): boolean {
  if (kind === 'words') return true;
  if (kind === 'open') return !HAVE_LINES.has(key);
  return kind === 'start' && lines.some((line) => /^[\p{L}_]+\s*[:：]/u.test(line));
}
