/** What a body names as lying beside its article. */

/** The file that an address of a body is; undefined for what lies elsewhere, of which nothing is fetched. */
export function fileNamed(address: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:|^\/|[?#]/iu.test(address)) return undefined;
  try {
    return decodeURIComponent(address.replace(/^\.\//u, ''));
  } catch {
    return undefined;
  }
}
