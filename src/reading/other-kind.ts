/** A file of another kind under a text's name: told by its first bytes, so that it is called what it is. */
import type { Words } from '../model/issue.ts';

const COPY =
  '打开它，全选、复制，粘贴到用记事本打开的新稿件里（npm run new 建好的 index.md，第二个「---」的下面），再删掉这个文件。';
const SAVE_AS = '用记事本打开，选“文件 → 另存为”，编码选“UTF-8”，覆盖原文件。';
const PICTURE: Words = {
  message: '这是一张图片，不是文字，只是名称像稿件。',
  fix: '把名称改回原来的扩展名（例如 1.jpg），放在稿件旁边，正文里写 ![说明](1.jpg)。',
};

/** What a file says of itself at its head. */
const KINDS: readonly (readonly [head: RegExp, words: Words])[] = [
  [
    /^PK(?=[^\x20-\x7E]{2})/,
    { message: '这是 Word（docx）或压缩文件，不是文字，只是名称像稿件。', fix: `用 Word ${COPY}` },
  ],
  [
    /^\xD0\xCF[^\x20-\x7E]\xE0/,
    {
      message: '这是 Word 或 WPS 文件（doc、wps），不是文字，只是名称像稿件。',
      fix: `用 Word 或 WPS ${COPY}`,
    },
  ],
  [
    /^\s*\{\\rtf/,
    {
      message: '这是 RTF 文件（写字板、Word 存的），不是纯文字，只是名称像稿件。',
      fix: `用 Word ${COPY}`,
    },
  ],
  [
    /^%PDF-/,
    { message: '这是 PDF 文件，不是文字，只是名称像稿件。', fix: `用 PDF 阅读器 ${COPY}` },
  ],
  [
    /^(?:\xEF\xBB\xBF)?\s*<(?:!doctype html|html|head|meta|\?xml|mht)\b/i,
    {
      message: '这是网页文件（HTML），多半是从 Word 或浏览器“另存为网页”得来的。',
      fix: `用浏览器 ${COPY}`,
    },
  ],
  [/^MIME-Version:/i, { message: '这是网页文件（mht），不是文字。', fix: `用浏览器 ${COPY}` }],
  [/^(?:\xFF\xD8\xFF|\x89PNG|GIF8)/, PICTURE],
  [
    /^(?:\xFF\xFE|\xFE\xFF)/,
    { message: '文件存成了 UTF-16 编码（记事本里叫“Unicode”）。', fix: SAVE_AS },
  ],
];

/** The longest head that says what a file is. */
const HEAD = 512;

/** The words for a file that is no text in UTF-8 or GBK, but of a kind that is known; undefined for any other. */
export function otherKind(bytes: Buffer): Words | undefined {
  const head = bytes.toString('latin1', 0, HEAD);
  const [, words] = KINDS.find(([pattern]) => pattern.test(head)) ?? [];
  if (words) return words;
  return isWide(head)
    ? { message: '文件存成了 UTF-16 编码（记事本里叫“Unicode”）。', fix: SAVE_AS }
    : undefined;
}

/** Text of two bytes a character has a zero beside each sign of front matter. */
function isWide(head: string): boolean {
  return ['\0-\0-\0-', '-\0-\0-\0'].some((marks) => head.startsWith(marks));
}
