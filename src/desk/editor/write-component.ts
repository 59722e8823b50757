/** Components written back into the source of their card: of what is not changed no byte is. */
import { bodyComponents } from '../../markdown/components.ts';
import { REFERENCE } from './component-source.ts';
import type { CardPart, Place } from './component-source.ts';

/** What becomes of a part: values by attribute, or words. */
export type PartChange = Readonly<Record<string, string>> | string;

/** @param changes one for each part, as they were read */
export function writeCard(
  source: string,
  parts: readonly CardPart[],
  changes: readonly PartChange[],
): string {
  let text = source;
  const edits = parts.flatMap((part, index) => editsOf(part, changes[index] ?? '', source));
  // From the end, so that places before are where they were.
  for (const { start, end, becomes } of edits.toSorted((a, b) => b.start - a.start)) {
    text = text.slice(0, start) + becomes + text.slice(end);
  }
  return text;
}

type Edit = Place & { becomes: string };

function editsOf(part: CardPart, change: PartChange, source: string): Edit[] {
  if (part.kind === 'words') {
    const words = typeof change === 'string' ? change.trim() : part.words;
    if (words === part.words) return [];
    return [{ start: part.start, end: part.end, becomes: around(words, part, source) }];
  }
  if (typeof change === 'string') return [];
  const written = part.attributes.flatMap(({ name, value, start, end }): Edit[] => {
    const next = change[name]?.trim() ?? value;
    if (next === value) return [];
    const gap = /^\s*/.exec(source.slice(start, end))?.[0] ?? ' ';
    return [{ start, end, becomes: next === '' ? '' : `${gap}${attribute(name, next)}` }];
  });
  const own = new Set(part.attributes.map(({ name }) => name));
  const added = Object.entries(change)
    .filter(([name, value]) => !own.has(name) && value.trim() !== '')
    .map(([name, value]) => ` ${attribute(name, value.trim())}`);
  if (added.length === 0) return written;
  return [...written, { start: part.last, end: part.last, becomes: added.join('') }];
}

/** The lines around words stay; several lines between tags want an empty one on each side. */
function around(words: string, { start, end }: Place, source: string): string {
  const [, before = '', after = ''] = /^(\s*)[^]*?(\s*)$/.exec(source.slice(start, end)) ?? [];
  const isOpen = before.includes('\n') && after.includes('\n');
  if (words === '') return isOpen ? before : '';
  return isOpen ? before + words + after : `\n\n${words}\n\n`;
}

function attribute(name: string, value: string): string {
  const plain = value
    .replaceAll(/\s*[\r\n]+\s*/g, ' ')
    .replaceAll(REFERENCE, (all) => `&amp;${all.slice(1)}`);
  if (!plain.includes('"')) return `${name}="${plain}"`;
  return plain.includes("'")
    ? `${name}="${plain.replaceAll('"', '&quot;')}"`
    : `${name}='${plain}'`;
}

/** A new one with nothing in it. @param name of a component */
export function emptyComponent(name: string): string {
  const component = bodyComponents.get(name);
  const needed = [...(component?.attributes ?? [])].filter(([, { required }]) => required);
  const attributes = needed.map(([each]) => ` ${each}=""`);
  const head = `<${name}${attributes.join('')}`;
  if (name === 'PictureRow') {
    const one = emptyComponent('Picture');
    return `${head}>\n${one}\n${one}\n</${name}>`;
  }
  return component?.holdsContent ? `${head}>\n\n</${name}>` : `${head} />`;
}
