/** Which kinds of files are looked through for what must not be public. */

export const TEXTS = new Set(['.csv', '.srt', '.tsv', '.txt', '.vtt']);
/** Of these only the new ones can be read: those that are zip archives within. */
const OFFICE = /^\.(?:docx?|dotx?|wps|wpt|xlsx?|et|pptx?|ppsx?|dps)$/;
export const ARCHIVE = /^\.(?:zip|rar|7z)$/;
/** There is no reader for them here. */
export const UNREAD = /^\.(?:rtf|ofd|od[tsp])$/;

/** Whether files of that kind hold words at all. @param extension with its dot, lower case */
export function holdsWords(extension: string): boolean {
  const isText = extension === '.pdf' || TEXTS.has(extension);
  return isText || [OFFICE, ARCHIVE, UNREAD].some((kind) => kind.test(extension));
}
