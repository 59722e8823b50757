/** Names for addresses: Chinese titles in Latin letters. */

/** A name that passes: the date if there is one, then the words in pinyin. */
export async function suggestName(written: string): Promise<string> {
  const date = /\d{8}/.exec(written)?.[0] ?? '20260305';
  return `${date}-${(await slugFrom(written.replace(date, ''))) || '1'}`;
}

const LONGEST_SLUG = 40;

/** Lower-case Latin words with hyphens out of a Chinese title: as many whole words as fit 40 characters. */
export async function slugFrom(title: string): Promise<string> {
  // Its dictionary is half a megabyte, and most builds name nothing.
  const { pinyin } = await import('pinyin-pro');
  const slug = pinyin(title, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (slug.length <= LONGEST_SLUG) return slug;
  return slug
    .slice(0, LONGEST_SLUG + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, LONGEST_SLUG);
}
