/**
 * The components of a card, read out of its source: all of it, or none. It may hold known components, attributes that are plain
 * texts, and words between the tags of those that show them.
 */
import { bodyComponents } from '../../markdown/components.ts';

/** A value in the source, which may be exchanged. */
export interface Place {
  start: number;
  end: number;
}

export interface WrittenAttribute extends Place {
  name: string;
  value: string;
}

export type CardPart =
  | { kind: 'component'; name: string; attributes: WrittenAttribute[]; last: number }
  /** Markdown between two tags, without the lines around it. @see Place: with them */
  | ({ kind: 'words'; words: string } & Place);

/** Undefined for what cannot be held as these parts. */
export function readCard(source: string): CardPart[] | undefined {
  const parts: CardPart[] = [];
  const open: string[] = [];
  let at = 0;
  while (at < source.length) {
    if (source[at] !== '<') {
      const next = source.indexOf('<', at);
      const end = next === -1 ? source.length : next;
      const words = source.slice(at, end);
      const shows = bodyComponents.get(open.at(-1) ?? '')?.holdsContent ?? false;
      const isEmpty = words.trim() === '';
      if (!isEmpty && (!shows || !areWords(words))) return undefined;
      if (!isEmpty) parts.push({ kind: 'words', words: words.trim(), start: at, end });
      at = end;
      continue;
    }
    const end = /^<\/([A-Za-z]+)\s*>/.exec(source.slice(at));
    if (end) {
      if (open.pop() !== end[1]) return undefined;
      at += end[0].length;
      continue;
    }
    const tag = readTag(source, at);
    if (!tag) return undefined;
    parts.push(tag.part);
    at = tag.end;
    if (tag.isWhole) continue;
    open.push(tag.part.name);
    const until = source.indexOf('<', at);
    // A place to write in, where there is nothing yet.
    const isBare = until !== -1 && source.startsWith(`</`, until);
    const shows = bodyComponents.get(tag.part.name)?.holdsContent ?? false;
    if (shows && isBare && source.slice(at, until).trim() === '') {
      parts.push({ kind: 'words', words: '', start: at, end: until });
    }
  }
  return open.length === 0 && parts.some(({ kind }) => kind === 'component') ? parts : undefined;
}

interface Tag {
  part: Extract<CardPart, { kind: 'component' }>;
  end: number;
  isWhole: boolean;
}

/** The tag that begins here. */
function readTag(source: string, start: number): Tag | undefined {
  const name = /^<([A-Za-z]+)/.exec(source.slice(start))?.[1] ?? '';
  const known = bodyComponents.get(name);
  if (!known) return undefined;
  const attributes: WrittenAttribute[] = [];
  let at = start + 1 + name.length;
  for (;;) {
    const last = at;
    at += /^\s*/.exec(source.slice(at))?.[0].length ?? 0;
    const [close] = /^\/?>/.exec(source.slice(at)) ?? [];
    if (close !== undefined) {
      const part = { kind: 'component', name, attributes, last } as const;
      return { part, end: at + close.length, isWhole: close === '/>' };
    }
    const written = /^([A-Za-z]+)\s*=\s*("[^"]*"|'[^']*')/.exec(source.slice(at));
    const [whole = '', own = '', quoted = ''] = written ?? [];
    const value = plainValue(quoted.slice(1, -1));
    const isKnown = known.attributes.has(own) && !attributes.some((other) => other.name === own);
    // One beside the other without a space is no text that anybody meant.
    if (!written || at === last || value === undefined || !isKnown) return undefined;
    attributes.push({ name: own, value, start: last, end: at + whole.length });
    at += whole.length;
  }
}

/** A character by its name or number. */
export const REFERENCE = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/gi;

/** Undefined where it holds references to characters that this does not write itself. */
function plainValue(written: string): string | undefined {
  const others = [...written.matchAll(REFERENCE)].some(
    ([reference]) => reference !== '&quot;' && reference !== '&amp;',
  );
  if (others || /[\r\n]/.test(written)) return undefined;
  return written.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** Whether it is Markdown that holds no program and no tag, so that it ends where the next tag begins. */
export function areWords(text: string): boolean {
  return !/[<>{}`\\]|^\s*(?:import|export)\s/m.test(text);
}
