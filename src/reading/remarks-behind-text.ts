/** ` #` behind words of a setting: a remark to YAML, and perhaps the end of a name (机关 #1号楼) to who wrote it. */
import { isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Issue } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { quoted } from './yaml-line.ts';

export const remarkRule: Rule = {
  id: 'settings/remark',
  level: 'stop',
  scope: 'file',
  title: '「#」后面的字',
  basis: '「#」后面的字会丢掉，不知道是不是内容。',
};

/** A remark has a space behind its sign, or stands apart from the words. */
const TAKEN_FOR_REMARK = /^ #([^\s#].*)/u;
const FIXED = /^(?:[\d: -]+|true|false|yes|no|是|否)$/i;

/** @param text YAML that can be read */
export function remarksBehindText(text: string, file: string): Issue[] {
  if (!/\S #[^\s#]/.test(text)) return [];
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    uniqueKeys: false,
  });
  const issues: Issue[] = [];
  visit(document, {
    Scalar(_, node) {
      if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return;
      const words = String(node.value);
      const [, remark] =
        TAKEN_FOR_REMARK.exec(text.slice(node.range[1], node.range[1] + 200)) ?? [];
      if (remark === undefined || words === '' || FIXED.test(words)) return;
      const whole = `${words} #${remark.trimEnd()}`;
      issues.push(
        ruled(remarkRule, {
          // A number may be meant with some certainty, where a word may be a remark.
          ...(/^\d/.test(remark) ? {} : { level: 'warn' as const }),
          file,
          line: lines.linePos(node.range[1]).line,
          message: `「${words}」后面有「 #」，「#」和后面的字都会丢掉。`,
          fix: `是内容的，用英文单引号括起来：${quoted(whole)}；是备注的，「#」后面空一格。`,
        }),
      );
    },
  });
  return issues;
}
