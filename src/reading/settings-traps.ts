/** Lines of site.yaml, columns.yaml, wording.yaml and redirects.yaml with the signs of a Chinese keyboard. */
import { wholeLine } from '../model/edit-in-line.ts';
import { settingsFlowTrap } from './flow-fields.ts';
import type { Issue, Words } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { plainLine } from './yaml-line.ts';

export const settingsLineRule: Rule = {
  id: 'settings/line',
  level: 'stop',
  scope: 'file',
  title: '设置文件的写法',
  basis: '中文键盘的符号会让一行设置读不懂。',
};

const ODD_INDENT = /^ *[\t\u3000\u00A0][ \t\u3000\u00A0]*/;
const COLON = /^( *(?:- +)?)([A-Za-z]\w*)[ \u3000]*：[ \u3000]*(.*)$/u;
const TIGHT = /^( *(?:- +)?)([A-Za-z]\w*):(?!\/\/)(\S.*)$/u;

interface Found extends Words {
  becomes: string;
}

/**
 * To be asked of a file that is not in order: in one that is, such a line is text.
 * @returns what is wrong, and the text with those lines as they are meant
 */
export function settingsTraps(text: string, file: string): { text: string; issues: Issue[] } {
  const issues: Issue[] = [];
  const lines = text.split('\n').map((raw, index) => {
    const found = trapOf(raw);
    if (!found) return raw;
    const { message, fix, becomes } = found;
    const line = index + 1;
    const edit = wholeLine(raw, line, becomes);
    issues.push(ruled(settingsLineRule, { file, line, message, fix, edit }));
    return becomes;
  });
  return { text: lines.join('\n'), issues };
}

function trapOf(raw: string): Found | undefined {
  if (/^\s*(?:#|$)/.test(raw)) return undefined;
  if (ODD_INDENT.test(raw)) {
    const becomes = raw.replace(ODD_INDENT, (head) =>
      head.replaceAll('\t', '  ').replaceAll(/[\u3000\u00A0]/g, ' '),
    );
    const what = /^ *\t/.test(raw) ? '按了 Tab 键' : '用了中文空格';
    return {
      message: `行首${what}，读不懂：「${raw.trim()}」。`,
      fix: '行首只能用英文空格：删掉，重新按两下空格键。',
      becomes,
    };
  }
  const [, head = '', key = '', value = ''] = COLON.exec(raw) ?? TIGHT.exec(raw) ?? [];
  if (key === '') return settingsFlowTrap(raw);
  const right = plainLine(key, value.trim());
  const becomes = `${head}${right}`.trimEnd();
  return COLON.test(raw)
    ? {
        message: `「${key}」后面用了中文冒号「：」。`,
        fix: `改成英文冒号，后面空一格：${right.trimEnd()}`,
        becomes,
      }
    : {
        message: `「${key}:」的冒号后面没有空格。`,
        fix: `冒号后面空一格：${right}`,
        becomes,
      };
}
