/** What nobody sees of a title, and the site leaves out: it may have come with words that were copied, and turned them around. */

/** `U+202E、U+200B` of what was typed and is not in what was kept; empty where nothing is lost. */
export function lostCharacters(typed: string, kept: string): string {
  const lost = new Set([...typed].filter((each) => /\p{Cf}/u.test(each) && !kept.includes(each)));
  return [...lost].map(codeOf).join('、');
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
