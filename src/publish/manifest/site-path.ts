/** Which paths there are on a site: what a target says of itself may have been written by anybody who can write there. */

/**
 * Whether a path stays below its target and beside what is a publication's own: a publication reads, moves and removes what a
 * manifest names, with the rights of whoever publishes.
 * @param path `/`-separated
 */
export function isSitePath(path: string): boolean {
  if (/[\p{Cc}\\]/u.test(path) || /^_(?:release|private)(?:\/|$)/i.test(path)) return false;
  return path.split('/').every((name) => name !== '' && name !== '.' && name !== '..');
}
