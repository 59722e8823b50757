/** What a bureau has said of its own words: what its texts are judged by beside the engine's rules. */
import type { Unit } from './units.ts';
import type { WordingRule } from './word-lists.ts';

export interface BureauWords {
  /** content/wording.yaml: pairs, and phrases in which no character may be wrong. */
  wording: readonly WordingRule[];
  phrases: readonly string[];
  /** content/units.yaml */
  units: readonly Unit[];
  /** Who speaks on this site: 主办单位, 承办单位, and the units that are its own. Empty: everybody does. */
  own: readonly string[];
}

export const NO_WORDS: BureauWords = { wording: [], phrases: [], units: [], own: [] };
