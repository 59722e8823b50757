/** When two spellings are one address: what some host, file system or browser takes for the same. */

/** Letters as Windows, macOS and IIS compare them. Chinese composed of marks is one form. */
export function foldCase(path: string): string {
  // oxlint-disable-next-line no-control-regex
  const isPlain = /^[\x00-\x7F]*$/.test(path);
  return (isPlain ? path : path.normalize('NFC')).toLowerCase();
}

/** An address without the slashes around it and the `index.html` that hosts open for a folder. */
export function bareAddress(path: string): string {
  return path.replace(/^\/+/, '').replace(/(?:^|\/+)(?:index\.html)?\/*$/i, '');
}

/**
 * Equal for all spellings of one address.
 * @param path decoded, below the site's root; with or without `index.html` and slashes at its ends
 */
export function addressKey(path: string): string {
  return bareAddress(foldCase(path));
}

/** The parameters of a query in any order; hosts that read queries at all compare them so. */
export function queryKey(query: string): string {
  return query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => encodeURIComponent(decoded(part)))
    .toSorted()
    .join('&');
}

/** Names that no file on Windows can have: devices, and what ends with a dot or a space. */
export function isWindowsName(name: string): boolean {
  if (/^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i.test(name)) return false;
  // oxlint-disable-next-line no-control-regex
  return !/[<>:"|?*\\\x00-\x1F]|[. ]$/.test(name);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
