/** Words that mean the same, as the bureau's settings have them. */
import { normalise } from './normalise.ts';

/** Other words that were looked for together with one of a query. */
export interface Synonyms {
  word: string;
  others: string[];
}

/** @returns gives the other words of every group in which a word is */
export function synonymsFrom(groups: readonly (readonly string[])[]): (word: string) => string[] {
  return (word) => {
    const asked = normalise(word);
    const own = groups.filter((group) => group.some((each) => normalise(each) === asked));
    return [...new Set(own.flat())].filter((each) => normalise(each) !== asked);
  };
}
