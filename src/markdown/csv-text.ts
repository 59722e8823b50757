/** The text of a CSV file, whatever program wrote it; where the encoding is not certain, what staff must do. */
import type { Finding, Words } from '../model/issue.ts';
import { decodedBytes } from '../model/text-encodings.ts';

export type CsvProblem = Words & Pick<Finding, 'line'>;

/** More is no table that anyone reads on a page. */
export const MAX_CSV_BYTES = 2_000_000;

/**
 * Line ends are `\n`; invisible control characters are gone, and the rarer line breaks are line breaks.
 * UTF-8, UTF-16 (Excel's “Unicode 文本”) and GB18030 (Excel's “CSV（逗号分隔）”) are told apart by their bytes.
 * @param size of the file, when `bytes` are only its beginning
 */
export function decodeCsv(
  bytes: Uint8Array,
  size = bytes.length,
): { text: string } | { problem: CsvProblem } {
  const other = otherFormat(bytes);
  if (other) return { problem: other };
  if (size > MAX_CSV_BYTES) return { problem: tooLarge(size) };
  const text = decodedBytes(bytes);
  return text === undefined ? { problem: UNKNOWN_ENCODING } : { text: regular(text) };
}

function tooLarge(size: number): CsvProblem {
  return {
    message: `表格文件有 ${(size / 1_000_000).toFixed(1)} MB，超过 2 MB 的上限，网页上没有人看得完。`,
    fix: '页面上只放主要的几列几行，另存成一个小的表格；完整的表格做成附件。',
  };
}

const UNKNOWN_ENCODING: CsvProblem = {
  message: '看不出表格文件里的文字是什么编码。',
  fix: '用记事本打开它：看到的字都是对的，就选“文件 → 另存为”，编码选“UTF-8”；看到的是乱码，不要保存，请提供的人重新发一份。',
};

/** What a byte order mark or a program left in the text, and nobody sees. */
// oxlint-disable-next-line no-control-regex
const INVISIBLE = /[\0-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\u200B\u2060\uFEFF]/g;

function regular(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/\r\n?|[\x0B\x0C\x85\u2028\u2029]/g, '\n').replaceAll(INVISIBLE, '');
}

const RENAMED = '只是改了扩展名';
const SAVE_AS =
  '用 Excel 或 WPS 打开，「另存为」选「CSV UTF-8（逗号分隔）」，用存好的文件换下这一个。';

/** A file of another kind under this name: told by its first bytes. */
function otherFormat(bytes: Uint8Array): CsvProblem | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const begin = start.toString('latin1', 0, 512);
  if (begin.startsWith('PK\x03\x04')) {
    return start.includes('xl/')
      ? workbook(' Excel 工作簿', '.xlsx')
      : notATable('压缩文件或者别的办公文件');
  }
  if (begin.startsWith('\xd0\xcf\x11\xe0')) return workbook('旧版的 Excel 或 WPS 表格', '.xls');
  if (begin.startsWith('%PDF-')) return notATable(' PDF 文件');
  if (begin.startsWith('{\\rtf')) return notATable(' Word 的 RTF 文件');
  const page = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|meta|table|\?xml|!--)/i.test(begin);
  if (page) return workbook('网页或 XML 文件', '.xls');
  return undefined;
}

function workbook(what: string, ending: string): CsvProblem {
  return {
    message: `表格文件其实是${what}，${RENAMED}。`,
    fix: `把扩展名改成 ${ending}，再${SAVE_AS}`,
  };
}

function notATable(what: string): CsvProblem {
  return {
    message: `表格文件其实是${what}，${RENAMED}。`,
    fix: `换成真正的表格：把原来的表格${SAVE_AS}`,
  };
}
