/** Traditional characters in a query: the pages are written in simplified ones. */
import { usualCharacters } from '../../search/character-sets.ts';

/** Loads the table of characters when the query has one that a Chinese keyboard of today hardly writes. */
export async function alikeForms(query: string): Promise<(written: string) => string[]> {
  if (!mayBeTraditional(query)) return () => [];
  try {
    const { simplified } = await import('../../search/simplify.ts');
    return (written) => [simplified(written)].filter((form) => form !== written);
  } catch {
    return () => [];
  }
}

/** Whether a character of it is not in GB 2312, which every browser can decode: the set costs no bytes. */
function mayBeTraditional(query: string): boolean {
  const han = query.match(/\p{Script=Han}/gu) ?? [];
  return han.some((char) => !usual().has(char));
}

let known: Set<string> | undefined;
const usual = () => (known ??= usualCharacters());
