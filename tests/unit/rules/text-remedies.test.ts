/** Remedies of the rules of texts agree: a place gets one of them, and what it makes of a text no other rule finds fault with. */
import { expect, it } from 'vitest';
import { NO_WORDS } from '../../../src/model/bureau-words.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { applyEdits } from '../../../src/reading/apply-edits.ts';
import { inspectText } from '../../../src/reading/inspect-text.ts';
import { TEXT_CASES } from './text-rules.expected.ts';

/** @returns what would be mended, not what is a matter of taste */
function faultsOf(body: string): Issue[] {
  const place = { file: 'a.md', format: 'md', bodyLine: 1, title: '', titleLine: 1 } as const;
  const facts = { day: '2026-03-05', attachments: 0 };
  return inspectText({ body, ...place, ...facts }, NO_WORDS).issues;
}

const gravest = (issues: readonly Issue[]): string[] =>
  issues.filter(({ level }) => level !== 'info').map(({ rule, message }) => `${rule} ${message}`);

/** The text with the words that a message quotes exchanged for each of those that its remedy offers. */
function mendedTexts(body: string, { message, fix, edit }: Issue): string[] {
  if (edit) return [applyEdits(body, [edit]).text];
  const [, was = ''] = /「([^」]+)」/u.exec(message) ?? [];
  const offered = [...fix.matchAll(/(?:[改写]成|或|的写)「([^」]+)」/gu)].map(
    ([, words = '']) => words,
  );
  return was !== '' && body.includes(was) ? offered.map((words) => body.replace(was, words)) : [];
}

/** Two slips in one place. */
const TWICE = [
  '能耗下降10~20%。',
  '能耗下降10-20%。',
  '能耗下降10－20%。',
  '能耗下降10–20%。',
  '占比提高5~6百分点。',
  '预算（1，000~2，000）元。',
  '会议(由办公室主持,各处参加)召开。',
  '会议强调"安全第一,预防为主"。',
  '会议要求...各处落实。',
  '能耗下降了３０~４０%。',
  '改造面积10-20万平方米,投资300~500万元。',
];

it.each([...new Set([...TEXT_CASES.map(({ wrong }) => wrong), ...TWICE])])('%s', (body) => {
  const issues = faultsOf(body);
  for (const issue of issues) {
    for (const mended of mendedTexts(body, issue)) {
      // What was told is mended, and nothing came with it.
      const most = gravest(issues).length - (issue.level === 'info' ? 0 : 1);
      const left = gravest(faultsOf(mended));
      expect(left.length, `${mended}: ${left.join('\n')}`).toBeLessThanOrEqual(most);
    }
  }
  const edits = issues.flatMap(({ edit }) => edit ?? []);
  for (const [index, one] of edits.entries()) {
    const meets = edits.slice(index + 1).filter(
      (other) =>
        other.line === one.line &&
        other.column < one.column + one.was.length &&
        one.column < other.column + other.was.length &&
        // A bracket is exchanged around whatever stands in it.
        !one.was.includes(other.was) &&
        !other.was.includes(one.was),
    );
    expect(meets).toEqual([]);
  }
});

it('a range of percentages has one remedy, with the right sign', () => {
  const said = TWICE.slice(0, 4).map((body) => faultsOf(body).map(({ fix }) => fix));
  expect(said).toEqual(Array.from({ length: 4 }, () => ['改成「10%～20%」。']));
});
