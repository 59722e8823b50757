/** The ways in which the number of a document (文号) is written. */

/**
 * 示机管发2026年12号 is 示机管发〔2026〕12号, and 2026年12号 may be 2026年第12号; who writes the brackets means them.
 *
 * @param term as the reader wrote it
 * @returns the other forms that are to be looked for
 */
export function numberForms(term: string): string[] {
  const parts = /^(\D*)((?:19|20)\d\d)年(第?)(\d{1,4}号)$/u.exec(term.normalize('NFKC'));
  if (!parts) return [];
  const [, issuer = '', year = '', ordinal, number = ''] = parts;
  const other = ordinal ? number : `第${number}`;
  return [`${issuer}〔${year}〕${number}`, `${issuer}${year}年${other}`];
}

/** 26号 of 26号文件, 第3号 of 第3号公告; undefined when it names no document by its number. */
export function numberAlone(term: string): string | undefined {
  return /^(.*\d号)(?:文件?|通知|通告|公告|令|函)$/u.exec(term.normalize('NFKC'))?.[1];
}
