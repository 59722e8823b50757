/** What the signs of Word's Wingdings and Symbol fonts look like, written in characters that every font has. */

/** By the code in the font, which Word writes as U+F000 + code (Microsoft's Wingdings, and the bullet of Symbol). */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ['\uf06c', '●'],
  ['\uf06d', '○'],
  ['\uf06e', '■'],
  ['\uf06f', '□'],
  ['\uf070', '□'],
  ['\uf071', '❑'],
  ['\uf072', '❒'],
  ['\uf073', '◆'],
  ['\uf074', '◆'],
  ['\uf075', '◆'],
  ['\uf076', '❖'],
  ['\uf077', '◆'],
  ['\uf09f', '•'],
  ['\uf0a7', '▪'],
  ['\uf0a8', '□'],
  ['\uf0b7', '•'],
  ['\uf0d8', '➢'],
  ['\uf0e0', '→'],
  ['\uf0e8', '➔'],
  ['\uf0fb', '✗'],
  ['\uf0fc', '✓'],
  ['\uf0fd', '☒'],
  ['\uf0fe', '☑'],
]);

/** Where Windows has another character than Unicode at the same code. */
const WINDOWS_CODES: ReadonlyMap<string, number> = new Map([['Ÿ', 0x9f]]);

/**
 * What a letter shows that Word writes as a list's mark. Where it forgets the font, the bare letter is pasted.
 * @returns undefined for a letter that is none of Word's usual marks
 */
export function bulletOf(letter: string): string | undefined {
  // Not of Wingdings, but Courier New: the mark of Word's lists within lists.
  if (letter === 'o') return '○';
  if (!/^[lnpqtuvw\u00a7\u00a8\u00d8\u00e0\u00e8\u00fb-\u00fe\u0178]$/.test(letter))
    return undefined;
  const code = WINDOWS_CODES.get(letter) ?? letter.charCodeAt(0);
  return SIGNS.get(String.fromCharCode(0xf000 + code));
}
