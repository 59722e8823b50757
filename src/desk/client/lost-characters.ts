/** What nobody sees of a title, and the site leaves out: it may have come with words that were copied, and turned them around. */

/** `U+202E、U+200B` of what was typed and is not in what was kept; empty where nothing is lost. */
export function lostCharacters(typed: string, kept: string): string {
  const lost = new Set([...typed].filter((each) => /\p{Cf}/u.test(each) && !kept.includes(each)));
  return [...lost].map(codeOf).join('、');
}

/**
 * Tells of each what nobody sees of fields that were saved, once for as long as the same stands there.
 * @param labels by the names of fields, as staff see them
 * @returns a function of the fields that were sent and those that were kept, which answers with a sentence or nothing
 */
export function lostInFields(
  labels: readonly { name: string; label: string }[],
): (sent: Readonly<Record<string, string>>, kept: Readonly<Record<string, string>>) => string {
  let told = '';
  return (sent, kept) => {
    const lost = labels.flatMap(({ name, label }) => {
      const codes = lostCharacters(sent[name] ?? '', kept[name] ?? '');
      return codes === '' ? [] : [`“${label}”里看不见的字符（${codes}）网页上没有，请核对这一项。`];
    });
    const words = lost.join('');
    const isNew = words !== told;
    told = words;
    return isNew ? words : '';
  };
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
