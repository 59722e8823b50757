/** Traditional characters in a query: the pages are written in simplified ones. */

/** Gives other ways to write a term. */
type Alike = (written: string) => string[];

/** Loads the tables of opencc-js when the query has a character that simplified Chinese does not use. */
export async function alikeForms(query: string): Promise<Alike> {
  if (!hasUnusual(query)) return () => [];
  try {
    const { Converter } = await import('opencc-js/t2cn');
    const convert = Converter({ from: 't', to: 'cn' });
    return (written) => [convert(written)].filter((form) => form !== written);
  } catch {
    return () => [];
  }
}

function hasUnusual(query: string): boolean {
  const han = query.match(/\p{Script=Han}/gu) ?? [];
  return han.some((char) => !usual().has(char));
}

let known: Set<string> | undefined;

/** The 6,763 characters of GB 2312, which every browser can decode: the set of simplified ones, for no bytes. */
function usual(): Set<string> {
  if (known) return known;
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  }
  known = new Set(new TextDecoder('gb2312').decode(new Uint8Array(bytes)));
  return known;
}
