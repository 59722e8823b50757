/** `{ file: 附件1.docx, title: 申报表 }` written with the signs of a Chinese keyboard, which YAML takes for letters. */

/** Where braces are fields, and not words of a title. */
const LEADS = /^(?:\s*-\s+|\s*(?:attachments|repost|附件|转载)\s*:\s+)[[{｛【]/u;
const ENDS = /[}｝]\s*[\]】]?\s*(?:\s#.*)?$/u;
const BRACES = /[{｛]([^{}｛｝]*)[}｝]/gu;
const KEY = String.raw`(?:file|title|site|time|url|文件|附件文件|名称|附件名称|标题|网站|原网站|时间|原发布时间|网址|原网址)`;
/** Its groups are the key, the colon with its spaces, the value, and what parts it from the next. */
const FIELD = new RegExp(
  String.raw`\s*(${KEY})(\s*[:：]\s*)('(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|(?!['"]).*?)\s*(?:([,，、;；]\s*)(?=${KEY}\s*[:：])|$)`,
  'uy',
);
/** Longer lines are no list of a few names. */
const LONGEST = 2000;

/** What is wrong with the signs of such a line, and the line as it is meant; undefined where nothing is. */
export function flowTrap(
  line: string,
): { message: string; fix: string; becomes: string } | undefined {
  if (line.length > LONGEST || !LEADS.test(line) || !ENDS.test(line)) return undefined;
  let isUnread = false;
  let isChinese = /^\s*(?:-|\S+:)\s+\[?\s*｛/u.test(line);
  let isTight = false;
  const becomes = line.replaceAll(BRACES, (whole, inside: string) => {
    const fields = fieldsOf(inside);
    if (!fields) isUnread = true;
    else {
      const signs = fields.map(({ colon, comma }) => colon + comma).join('');
      isChinese ||= /[：，、；;｛｝]/u.test(signs + whole[0] + whole.at(-1));
      isTight ||= fields.some(({ colon, value }) => colon.trimStart() === ':' && value !== '');
    }
    const regular = fields?.map(({ key, value }) => `${key}: ${plain(value)}`.trimEnd());
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

function fieldsOf(inside: string): Part[] | undefined {
  const parts: Part[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < inside.length) {
    const found = FIELD.exec(inside);
    if (!found) return undefined;
    const [, key = '', colon = '', value = '', comma = ''] = found;
    parts.push({ key, colon, value, comma });
    if (comma === '') break;
  }
  return parts.length > 0 ? parts : undefined;
}

/** In quotes where a sign of it would be read. */
function plain(value: string): string {
  if (/^['"]/.test(value) || !/[,[\]{}]|^[-?:#&*!|>%@`]|:\s|:$|\s#/u.test(value)) return value;
  return `'${value.replaceAll("'", "''")}'`;
}
