/** `content/addresses.tsv` line by line, never as a whole: a site of a hundred thousand articles has 10 MB of it. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Finding, Issue } from '../../model/issue.ts';
import { found, ruled } from '../../model/rule.ts';
import { obstacleRule } from '../../rules/obstacle-rule.ts';
import { obstacleAt, obstacleWords } from '../../system/regular-file.ts';
import { parseLedgerLine } from './ledger-line.ts';
import type { LedgerLine } from './ledger-line.ts';
import {
  ledgerConflictRule,
  ledgerFormRule,
  ledgerLineRule,
  ledgerTwiceRule,
} from './ledger-rules.ts';

const PIECE = 1 << 18;
/** An address has 1,000 bytes at most; what is longer is no text of lines. */
const LONGEST = 1 << 16;
/** So many bad lines are told one by one. */
const TOLD = 20;
const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;
const TIDY = '运行 npm run addresses，会自动整理好。';

/** A line that is in order, and its 1-based number. */
export type OnLine = (line: LedgerLine, number: number) => void;

/**
 * Reads a ledger; one that is not there has no lines.
 * @param path absolute
 * @param file as staff see it
 * @returns all that is wrong with the file itself; its other lines were handed on all the same
 */
export function readLedger(path: string, file: string, onLine: OnLine): Issue[] {
  const obstacle = obstacleAt(path);
  if (obstacle === 'missing') return [];
  if (obstacle) return [ruled(obstacleRule, { file, ...obstacleWords(obstacle) })];
  const lines = judgeLines(file, onLine);
  eachLine(path, lines.judge);
  return lines.issues(path);
}

/** @param take is given each line without its `\n`, and its 1-based number */
function eachLine(path: string, take: (text: string, number: number) => void): void {
  const file = openSync(path, 'r');
  const piece = Buffer.allocUnsafe(Math.min(PIECE, fstatSync(file).size + 1));
  let rest: Buffer = Buffer.alloc(0);
  let number = 0;
  try {
    for (let size = readSync(file, piece); size > 0; size = readSync(file, piece)) {
      const bytes = Buffer.concat([rest, piece.subarray(0, size)]);
      const end = bytes.lastIndexOf(0x0a);
      // Nothing is held of a line that cannot be one.
      const isHeld = bytes.length - end < LONGEST;
      rest = isHeld ? bytes.subarray(end + 1) : Buffer.from('?');
      if (end < 0) continue;
      const text = bytes.toString('utf8', 0, end);
      for (let start = 0; start <= text.length;) {
        const next = text.indexOf('\n', start);
        number += 1;
        take(text.slice(start, next < 0 ? undefined : next), number);
        if (next < 0) break;
        start = next + 1;
      }
    }
  } finally {
    closeSync(file);
  }
  if (rest.length > 0) take(rest.toString('utf8'), number + 1);
}

function judgeLines(file: string, onLine: OnLine) {
  const form: Finding[] = [];
  const bad: Finding[] = [];
  const conflicts: Finding[] = [];
  let badCount = 0;
  let returns = 0;
  let firstReturn = 0;
  let isOpen = false;
  let isSorted = true;
  let last: LedgerLine = { address: '', owner: '', mark: '' };

  const judge = (raw: string, line: number): void => {
    let text = raw;
    if (line === 1 && text.startsWith('\uFEFF')) {
      text = text.slice(1);
      const message = '文件开头有看不见的标记（BOM）。';
      form.push({ file, line, message, fix: TIDY });
    }
    if (text.endsWith('\r')) {
      text = text.slice(0, -1);
      returns += 1;
      firstReturn ||= line;
    }
    if (text === '') return;
    if (CONFLICT.test(text)) {
      const isStart = text.startsWith('<');
      if (isStart || !isOpen) {
        const message = `git 合并留下的记号「${text.slice(0, 40)}」还在。`;
        conflicts.push({ file, line, message, fix: `两边的行都要留。${TIDY}` });
      }
      isOpen = isStart || (isOpen && !text.startsWith('>'));
      return;
    }
    const parsed = parseLedgerLine(text);
    if (!parsed) {
      badCount += 1;
      if (badCount > TOLD) return;
      const message = `读不懂这一行：「${text.slice(0, 80)}」。`;
      const fix =
        '一行是：地址、制表符、稿件编号。从 git 的历史里恢复这一行；不是网站的地址就删掉。';
      bad.push({ file, line, message, fix });
      return;
    }
    if (parsed.address <= last.address) isSorted = false;
    last = parsed;
    onLine(parsed, line);
  };

  return {
    judge,
    issues(path: string): Issue[] {
      if (returns > 0) {
        const message = `从这一行起有 ${returns} 行的换行是 Windows 的格式。`;
        form.push({ file, line: firstReturn, message, fix: TIDY });
      }
      if (badCount > TOLD) {
        const message = `读不懂的行一共有 ${badCount} 行，上面只列出 ${TOLD} 行。`;
        bad.push({ file, message, fix: '多半是整个文件坏了：从 git 的历史里恢复这个文件。' });
      }
      // Only where lines are in order does one follow its double.
      const doubles = isSorted ? [] : twice(path, file);
      return [
        ...found(ledgerLineRule, bad),
        ...found(ledgerConflictRule, conflicts),
        ...found(ledgerFormRule, form),
        ...doubles,
      ];
    },
  };
}

function twice(path: string, file: string): Issue[] {
  const owners = new Map<string, { owner: string; line: number }>();
  const issues: Issue[] = [];
  eachLine(path, (text, line) => {
    const { address, owner } = parseLedgerLine(text.replace(/^\uFEFF|\r$/g, '')) ?? {};
    if (address === undefined || owner === undefined) return;
    const first = owners.get(address);
    if (!first) {
      owners.set(address, { owner, line });
      return;
    }
    const message = `地址「${address}」在第 ${first.line} 行已经有了`;
    issues.push(
      first.owner === owner
        ? ruled(ledgerFormRule, { file, line, message: `${message}。`, fix: TIDY })
        : ruled(ledgerTwiceRule, {
            file,
            line,
            message: `${message}，是「${first.owner}」的，这一行写的是「${owner}」。`,
            fix: '两行删掉一行：留下这个地址最早的主人。',
          }),
    );
  });
  return issues;
}
