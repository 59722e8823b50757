/** What a file of `public/` holds that must not be online, or that no reader can use, whatever it is called. */
import type { ByteSource } from '../images/byte-source.ts';
import type { FileProblem } from '../model/file-problem.ts';
import { leaksIn } from '../model/leaks.ts';
import { secondFrontMatter } from './second-front-matter.ts';
import { isAskedFor } from './suspect-names.ts';
import { UNFINISHED_TEXT } from './unfit-files.ts';
import { contentKind } from '../attachments/content-kind.ts';
import { endingOf } from '../attachments/file-names.ts';
import { kindProblem } from '../attachments/refused-kinds.ts';

/** Enough to know a file by; what stands below is not looked for. */
const HEAD = 65_536;
const TEXTS = new Set(['', 'txt', 'text', 'htm', 'html', 'xhtml', 'rtf', 'csv', 'doc']);
const DATABASES =
  /^(?:SQLite format 3\0|PGDMP|REDIS\d{4}|TAPE\0|--\s*(?:MySQL|MariaDB|PostgreSQL|SQLite|phpMyAdmin|Host:))/;
const PRIVATE_KEY =
  /^(?:-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d)/m;
/** As programs are told their passwords; what stands behind the sign is not repeated. */
const SECRET =
  /^[ \t]*(?:export[ \t]+)?([A-Z][A-Z0-9_]*(?:PASSWORD|PASSWD|SECRET|TOKEN|ACCESS_KEY|API_KEY)[A-Z0-9_]*|(?:PASSWORD|PASSWD|SECRET))[ \t]*=[ \t]*\S/m;
const WITHIN =
  /内部(?:资料|文件|材料)[，,\s]*(?:注意保存|不得|请勿|严禁)|不得外传|(?:^|>)\s*(?:绝密|机密|秘密)\s*(?:<|$)|(?:^|>)\s*[（(【[]?(?:草稿|未定稿|讨论稿|送审稿|内部)[)）\]】]?\s*(?:<|$)/m;
const SAVED_BY_WORD =
  /<meta\s+name=["']?(?:generator|progid)["']?\s+content=["']?(?:microsoft word|word\.)/i;

const MOVE = '从 public 文件夹里移走';

/** @param path in `public/`, `/`-separated */
export function publicProblem(source: ByteSource, path: string): FileProblem | undefined {
  const ending = endingOf(path.slice(path.lastIndexOf('/') + 1));
  if (source.size === 0) return isAskedFor(path) ? undefined : EMPTY;
  if (contentKind(source) === 'lfs-pointer') return kindProblem('lfs-pointer', ending, undefined);
  const head = source.read(0, HEAD);
  const bytes = head.toString('latin1');
  if (DATABASES.test(bytes)) return { message: '是数据库的备份，不能放在网上。', fix: `${MOVE}。` };
  if (!TEXTS.has(ending)) return undefined;
  if (PRIVATE_KEY.test(bytes)) return KEY;
  if (isAskedFor(path)) return undefined;
  const problem = head.includes(0) && !isWide(head) ? undefined : textProblem(textOf(head));
  return problem ?? (ending === '' ? WITHOUT_ENDING : undefined);
}

function textProblem(text: string): FileProblem | undefined {
  const secret = SECRET.exec(text)?.[1];
  if (secret !== undefined) {
    return {
      message: `里面写着密码（「${secret}」），不能放在网上。`,
      fix: `${MOVE}，并更换密码；只是说明怎么写的，做成 PDF。`,
    };
  }
  // Behind a text: what is a field by itself is no sign there.
  if (secondFrontMatter(`正文\n\n${text}`, 1, '').length > 0) {
    return { message: '是没有排版的稿件（里面有稿件信息），不能放在网上。', fix: UNFINISHED_TEXT };
  }
  const mark = leaksIn(text).find(({ kind }) => kind === 'mark')?.shown;
  const within = mark ?? WITHIN.exec(text)?.[0].replaceAll(/[<>\s]/g, '');
  if (within !== undefined) {
    return {
      level: 'warn',
      message: `里面写着「${within}」，像是不公开的文件，会发布。`,
      fix: `不公开的，${MOVE}；要公开的，删去这几个字。`,
    };
  }
  return SAVED_BY_WORD.test(text) ? BY_WORD : undefined;
}

/** Notepad calls it Unicode. */
function isWide(head: Buffer): boolean {
  return head[0] === 0xff && head[1] === 0xfe;
}

/** In the encoding that Windows may have written it in; a character cut at the end is none. */
function textOf(head: Buffer): string {
  if (isWide(head)) return head.toString('utf16le', 2).replaceAll('\r\n', '\n');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
  } catch {
    return new TextDecoder('gb18030').decode(head, { stream: true });
  }
}

const EMPTY: FileProblem = {
  level: 'warn',
  message: '是空的（0 字节），读者打开什么也看不到。',
  fix: '重新复制一份；用不到就删掉。',
};
const KEY: FileProblem = {
  message: '里面有私钥，不能放在网上。',
  fix: `${MOVE}；曾经放上去过的，请管理员更换这把密钥。`,
};
const WITHOUT_ENDING: FileProblem = {
  level: 'warn',
  message: '没有扩展名，读者的电脑不知道用什么打开，会发布。',
  fix: '补上扩展名，例如 .pdf；用不到就删掉。',
};
const BY_WORD: FileProblem = {
  level: 'warn',
  message: '是 Word 存成的网页，没有本站的样子，手机上看不清。',
  fix: '把内容写成稿件放进 content/articles；给读者下载的，在 Word 里另存为 PDF。',
};
