/**
 * What lies about in a folder that several people work in: one rule for articles/, pages/, public/ and beside articles.
 * What systems, office programs and synchronisers leave is passed over and never published; a copy that a conflict made
 * is reported, because nobody but its writer knows which of the two is right.
 */
import type { Rule } from '../model/rule.ts';
import type { Words } from '../model/issue.ts';

export const copyRule: Rule = {
  id: 'file/copy',
  level: 'stop',
  scope: 'file',
  title: '冲突副本',
  basis: '副本不会发布，两份内容哪一份对只有写的人知道。',
};

/** Names of files and folders that are nobody's text. */
const LITTER: readonly RegExp[] = [
  // Windows, macOS, file servers.
  /^(?:thumbs|ehthumbs|ehthumbs_vista)\.db(?::encryptable)?$/,
  /^desktop\.ini$/,
  /^(?:\$recycle\.bin|recycler|system volume information|lost\+found|__macosx|@eadir|#recycle)$/,
  /^icon\r$/,
  /\.(?:lnk|stackdump)$/,
  // Versions kept by other programs.
  /^cvs$/,
  // Word, WPS, LibreOffice: locks, copies kept while a file is open.
  /^~\$/,
  /^~wr[a-z]\d+\.tmp$/,
  /\.(?:wbk|asd)$/,
  // Editors.
  /~$/,
  /^#.*#$/,
  /\.(?:tmp|temp|bak|swp|swo)$/,
  // Half of a download or of a synchronisation.
  /\.(?:part|partial|crdownload|download|opdownload|xltd|td|downloading|ffs_db|ffs_tmp|ffs_lock)$/,
];

/** Whether a file or folder is what a program left behind; whatever begins with a dot is. */
export function isLitter(name: string): boolean {
  if (name.startsWith('.')) return true;
  const lower = name.toLowerCase();
  return LITTER.some((pattern) => pattern.test(lower));
}

/** A copy: the name that it was made of, and whether its name is sure to be a program's. */
export interface Copy {
  original: string;
  isSure: boolean;
}

/** Marks of synchronisers and of git, at the end of a name without its ending. No person writes them. */
const SURE_MARKS: readonly RegExp[] = [
  /\.sync-conflict-\d{8}-\d{6}-[A-Z0-9]{7}$/i,
  /[ _-]?[（([【][^）)\]】]*(?:冲突副本|冲突文件|冲突版本|版本冲突)[^）)\]】]*[）)\]】]$/,
  /(?:[ _.-](?:[^ -~]{1,20}的)?|的)(?:冲突副本|冲突文件|冲突版本|版本冲突)(?:[ _-].*)?$/,
  / ?[（(][^（()）]*(?:冲突|conflict)[^（()）]*[）)]$/i,
  /[ _.-]*[（(]?[^（(]*(?:conflicted copy|case conflict|conflict copy|conflicting copy)[^）)]*[）)]?$/i,
  /[ _.-]conflict[-_ ]?\d[\d-]*$/i,
  /-(?:DESKTOP|LAPTOP|WIN|PC|MACBOOK|SURFACE|USER)-[A-Z0-9]{3,15}(?:-\d+)?$/,
  /[._](?:BACKUP|BASE|LOCAL|REMOTE)[._]\d+$/,
];
/** What people make by copying; right names may look like it. */
const COPY_MARKS: readonly RegExp[] = [
  / - 副本(?: ?[（(]\d+[）)])?$/,
  /(?: |的)?副本(?: ?\d+)?$/,
  / - Copy(?: \(\d+\))?$/i,
  / copy(?: \d+)?$/i,
  / ?[（(]\d{1,2}[）)]$/,
];
const WHOLE_NAME_MARKS: readonly RegExp[] = [/\.(?:orig|rej|mine|r\d+)$/i];

/** Names as articles should have them, of which only one mark could be a part: in a large archive all patterns are felt. */
const PLAIN = /^(?!.*conflict)[a-z0-9-]+(?:\.mdx?)?$/;

/** The original of a copy by its name; undefined for a name like any other. */
export function copyOf(name: string): Copy | undefined {
  if (PLAIN.test(name)) return undefined;
  for (const mark of WHOLE_NAME_MARKS) {
    if (mark.test(name)) return { original: name.replace(mark, ''), isSure: true };
  }
  const [, before = name, ending = ''] = /^(.+?)(\.[a-z0-9]{1,5})$/is.exec(name) ?? [];
  const old = /^(?:复件(?: ?[（(]\d+[）)])?|copy(?: [（(]\d+[）)])? of) (.+)$/i.exec(name)?.[1];
  if (old !== undefined) return { original: old, isSure: false };
  for (const [marks, isSure] of [
    [SURE_MARKS, true],
    [COPY_MARKS, false],
  ] as const) {
    for (const mark of marks) {
      const original = before.replace(mark, '');
      if (original !== '' && original !== before) return { original: original + ending, isSure };
    }
  }
  return undefined;
}

/**
 * What is said of a copy among other names of its folder; undefined for what is none. A name that may be right is a copy
 * only where the original lies beside it.
 */
export function copyWords(name: string, siblings: ReadonlySet<string>): Words | undefined {
  const copy = copyOf(name);
  if (!copy) return undefined;
  const hasOriginal = siblings.has(copy.original);
  if (!hasOriginal && !copy.isSure) return undefined;
  return {
    message: `「${name}」是「${copy.original}」的冲突副本，不会发布。`,
    fix: hasOriginal
      ? `和「${copy.original}」核对，要的内容改到那一份里，然后删除这个副本。`
      : `「${copy.original}」不在这里：核对内容，要用就改名为「${copy.original}」，不用就删除。`,
  };
}
