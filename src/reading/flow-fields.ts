/** `{ file: 附件1.docx, title: 申报表 }` written with the signs of a Chinese keyboard, which YAML takes for letters. */

import { flowValue } from './yaml-line.ts';
import type { Words } from '../model/issue.ts';

interface Grammar {
  /** How a line begins whose braces are fields, and not words of a title. */
  leads: RegExp;
  /** Its groups are the key, the colon with its spaces, the value, and what parts it from the next. */
  field: RegExp;
}

function grammar(owners: string, keys: string): Grammar {
  return {
    leads: new RegExp(String.raw`^\s*(?:-\s+|(?:${owners})\s*:\s+)[[{｛【]`, 'u'),
    field: new RegExp(
      String.raw`\s*(${keys})(\s*[:：]\s*)('(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|(?!['"]).*?)\s*(?:([,，、;；]\s*)(?=${keys}\s*[:：])|$)`,
      'uy',
    ),
  };
}

const ARTICLE = grammar(
  'attachments|repost|corrections|withdrawn|document|附件|转载|更正|撤下|公文',
  // Of what was corrected and why, in English only: 原因：, 日期： may stand in the words of a note.
  '(?:file|title|site|time|url|date|note|reason|number|issuer|signed|index|theme|status|until|ended|replacedBy|articles|keywords|category|count|style|文号|发文机关|成文日期|索引号|主题分类|有效性|有效期至|文件|附件文件|名称|附件名称|标题|网站|原网站|时间|原发布时间|网址|原网址)',
);
const SETTINGS = grammar(String.raw`[A-Za-z]\w*`, String.raw`(?:[A-Za-z]\w*)`);

const ENDS = /[}｝]\s*[\]】]?\s*(?:\s#.*)?$/u;
const BRACES = /[{｛]([^{}｛｝]*)[}｝]/gu;
/** Longer lines are no list of a few names. */
const LONGEST = 2000;

export interface FlowTrap extends Words {
  /** The line as it is meant. */
  becomes: string;
}

/** What is wrong with the signs of such a line of front matter; undefined where nothing is. */
export function flowTrap(line: string): FlowTrap | undefined {
  return trapOf(line, ARTICLE);
}

/** The same of a line of site.yaml, columns.yaml, wording.yaml or redirects.yaml. */
export function settingsFlowTrap(line: string): FlowTrap | undefined {
  return trapOf(line, SETTINGS);
}

function trapOf(line: string, { leads, field }: Grammar): FlowTrap | undefined {
  if (line.length > LONGEST || !leads.test(line) || !ENDS.test(line)) return undefined;
  let isUnread = false;
  let isChinese = /^\s*(?:-|\S+:)\s+\[?\s*｛/u.test(line);
  let isTight = false;
  const becomes = line.replaceAll(BRACES, (whole, inside: string) => {
    const fields = fieldsOf(inside, field);
    if (!fields) isUnread = true;
    else {
      const signs = fields.map(({ colon, comma }) => colon + comma).join('');
      isChinese ||= /[：，、；;｛｝]/u.test(signs + whole[0] + whole.at(-1));
      isTight ||= fields.some(({ colon, value }) => colon.trimStart() === ':' && value !== '');
    }
    const regular = fields?.map(({ key, value }) => `${key}: ${flowValue(value)}`.trimEnd());
    return regular ? `{ ${regular.join(', ')} }` : whole;
  });
  if (isUnread || becomes === line || !(isChinese || isTight)) return undefined;
  const shown = becomes.trim();
  return isChinese
    ? {
        message: `花括号里用了中文的标点，读不懂：「${line.trim()}」。`,
        fix: `冒号、逗号要用英文的，写成 ${shown}`,
        becomes,
      }
    : {
        message: `花括号里的冒号后面没有空格，读不懂：「${line.trim()}」。`,
        fix: `冒号后面空一格，写成 ${shown}`,
        becomes,
      };
}

interface Part {
  key: string;
  colon: string;
  value: string;
  comma: string;
}

function fieldsOf(inside: string, field: RegExp): Part[] | undefined {
  const parts: Part[] = [];
  field.lastIndex = 0;
  while (field.lastIndex < inside.length) {
    const found = field.exec(inside);
    if (!found) return undefined;
    const [, key = '', colon = '', value = '', comma = ''] = found;
    parts.push({ key, colon, value, comma });
    if (comma === '') break;
  }
  return parts.length > 0 ? parts : undefined;
}
