import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ledgerParts, readLedgerParts } from '../../../../src/publish/ledger/ledger-parts.ts';
import { ManifestError } from '../../../../src/publish/manifest/manifest-tree.ts';
import type { LedgerLine } from '../../../../src/site/ledger/ledger-line.ts';

const lines = (count: number, but?: number): LedgerLine[] =>
  Array.from({ length: count }, (_, at) => ({
    address: `/xw/gzdt/202603/20260305-a${String(at).padStart(6, '0')}/`,
    owner: `20260305-a${at}`,
    mark: at % 3 === 0 ? 'AbC_-1' : '',
  })).filter((_, at) => at !== but);

const inMemory = (texts: ReadonlyMap<string, string>) => (name: string) =>
  Promise.resolve(texts.get(name));

test.each([0, 1, 511, 5000])('what it says of %i addresses is read again', async (count) => {
  const { top, texts } = ledgerParts(lines(count));
  const read = await readLedgerParts(top, inMemory(texts));
  expect(read.lines).toEqual(lines(count));
  expect([...read.names].toSorted()).toEqual([...texts.keys()].toSorted());
});

test('an address more exchanges one part and the text on top', () => {
  const whole = ledgerParts(lines(20_000));
  for (const without of [0, 777, 12_345, 19_999]) {
    const { texts } = ledgerParts(lines(20_000, without));
    const others = [...whole.texts.keys()].filter((name) => !texts.has(name));
    expect(others.length).toBeLessThanOrEqual(3);
  }
  expect(Math.max(...[...whole.texts.values()].map(({ length }) => length))).toBeLessThan(400_000);
});

test.each([
  ['a part that is missing', (texts: Map<string, string>) => void texts.delete(firstOf(texts))],
  ['a part that is another', (texts: Map<string, string>) => void texts.set(firstOf(texts), 'x\n')],
])('%s is damage', async (_, harm) => {
  const { top, texts } = ledgerParts(lines(3000));
  const harmed = new Map(texts);
  harm(harmed);
  await expect(readLedgerParts(top, inMemory(harmed))).rejects.toThrow(ManifestError);
});

test.each([
  ['no address', 'index.html\t20260305-a\n'],
  ['an address elsewhere', '//evil.example/\t20260305-a\n'],
  ['no owner', '/a/\t../../etc\n'],
  ['a line that is cut', '/a/'],
])('a part with %s is not read', async (_, text) => {
  const name = hash('sha256', text);
  const top = `# addresses\n${name}\n`;
  const texts = new Map([
    [name, text],
    [hash('sha256', top), top],
  ]);
  await expect(readLedgerParts(hash('sha256', top), inMemory(texts))).rejects.toThrow(
    ManifestError,
  );
});

test('a text on top that names what is no part is not read', async () => {
  for (const top of ['# addresses\n../../x\n', '# leaf\n', '', '# addresses\nabc']) {
    const texts = new Map([[hash('sha256', top), top]]);
    const reading = readLedgerParts(hash('sha256', top), inMemory(texts));
    await expect(reading, top).rejects.toThrow(ManifestError);
  }
});

function firstOf(texts: ReadonlyMap<string, string>): string {
  return [...texts.keys()][0] ?? '';
}
