/** What a CDN has to forget. */
import { isHashed } from './order.ts';
import type { Plan } from './plan.ts';

/**
 * Addresses where something changed or went; a folder's page is asked for by its folder. Names of hashed files change with
 * their bytes.
 * @param site address of the site, with a slash at its end
 */
export function changedAddresses({ put, after }: Plan, site: string): string[] {
  return [...put.map(({ path }) => path), ...after.remove]
    .filter((path) => !isHashed(path))
    .map((path) => path.replace(/(^|\/)index\.html$/, '$1'))
    .map((path) => site + path.split('/').map(encodeURIComponent).join('/'));
}
