/** In which order a publication's files arrive, so that no reader meets a page whose parts are not there yet. */

/** `early` is asked for by others alone, and by a name of its bytes; `late` names others; the rest are pages of their own. */
export type Phase = 'early' | 'middle' | 'late';

export const PHASES: readonly Phase[] = ['early', 'middle', 'late'];

/** Names change with the bytes: the old file and the new one are never at one address. */
export function isHashed(path: string): boolean {
  return /^(?:_astro|_images)\/|^pagefind\/[^/]+\//.test(path);
}

/** Articles and what lies beside them are below a month; whatever else is a page or a feed lists some of them. */
export function phaseOf(path: string): Phase {
  if (isHashed(path)) return 'early';
  if (/(?:^|\/)\d{6}\/[^/]+\/[^/]+$/.test(path)) return 'middle';
  return /(?:\.html|\.xml|\.json|\.txt)$/.test(path) ? 'late' : 'middle';
}
