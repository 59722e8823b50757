/** The path under which a site lives on its host (`/` or `/jgsw/`, with a slash at both ends), put before and taken away. */

/** `/jgsw/` + `xwzx/` */
export function withBase(base: string, path: string): string {
  return base + path;
}

/** `/jgsw/xwzx/` → `xwzx/`; undefined for an address of the host that is not the site's. */
export function belowBase(base: string, address: string): string | undefined {
  if (address.startsWith(base)) return address.slice(base.length);
  return `${address}/` === base ? '' : undefined;
}

/**
 * The path below the base of an address of this site that begins with `/`. Staff write `/zwgk/`, or copy the whole path
 * from the address bar, where the base is in it already.
 */
export function pathBelow(base: string, written: string): string {
  return belowBase(base, written) ?? written.slice(1);
}
