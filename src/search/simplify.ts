/** Traditional characters as simplified ones, each by itself. */
import { traditionalCharacters, usualCharacters } from './character-sets.ts';
import { SIMPLIFIED } from './simplified-characters.ts';

/** Those of whose meaning a text would have to tell stay as they are: 乾 is one of simplified Chinese too. */
export function simplified(text: string): string {
  return [...text].map((char) => table().get(char) ?? char).join('');
}

let known: Map<string, string> | undefined;

function table(): Map<string, string> {
  if (known) return known;
  const forms = [...SIMPLIFIED];
  const traditional = traditionalCharacters(usualCharacters());
  const pairs = traditional.map((char, at): [string, string] => [char, forms[at] ?? '_']);
  known = new Map(pairs.filter(([, form]) => form !== '_'));
  return known;
}
