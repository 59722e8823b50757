/**
 * Whether there is anything to publish, by what the last publication noted. Pipelines ask before anything is installed: this runs
 * on any Node from 20 on, and imports nothing.
 */

/**
 * What a publication leaves beside the root: the commit that was looked at last, and when something changes by time alone.
 * @typedef {object} Seen
 * @property {string} commit '' where what was published is no commit: no git, or texts that were not committed
 * @property {number} [release] the sequence of the release that this commit is, by what was seen
 * @property {string} next ISO, UTC; '' where nothing changes by time alone, or must not: after a rollback
 */

/**
 * Why there is something to publish: nothing is known, another commit, or a moment that has come.
 * @typedef {'unknown' | 'commit' | 'time'} Reason
 */

/** As public as the root: a stale copy of a CDN says at worst that there is something to do. */
export const SEEN = '_release/seen.json';

/**
 * Undefined when what is live is what would be published.
 * @param {Seen | undefined} seen
 * @param {string} head the commit that would be published; '' where there is none
 * @param {Date} now
 * @returns {Reason | undefined}
 */
export function reasonToPublish(seen, head, now) {
  if (!seen || seen.commit === '' || head === '') return 'unknown';
  if (seen.commit !== head) return 'commit';
  return seen.next !== '' && Date.parse(seen.next) <= now.getTime() ? 'time' : undefined;
}

/**
 * Undefined for what is none.
 * @param {string} text
 * @returns {Seen | undefined}
 */
export function readSeen(text) {
  try {
    const { commit, next, release } = JSON.parse(text);
    if (typeof commit !== 'string' || typeof next !== 'string') return undefined;
    if (next !== '' && Number.isNaN(Date.parse(next))) return undefined;
    return Number.isInteger(release) ? { commit, next, release } : { commit, next };
  } catch {
    return undefined;
  }
}
