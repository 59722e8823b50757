/** Where the counter answers, and how much it answers at once. */

/** Articles whose counts one request may ask for. */
export const MAX_IDS = 100;

/** `/api/views`, below the path under which the site lives. */
export function apiBelow(basePath: string): string {
  return `${basePath}api/views`;
}

/** Whether a path of the host is the counter's. */
export function isOfApi(api: string, path: string): boolean {
  return path === api || path.startsWith(`${api}/`);
}
