/**
 * The automatic numbers of a Word file, as Word shows them: 一、（一）1. stand in no paragraph, but are counted
 * (ECMA-376, 17.9). Paragraphs must be asked for in their order.
 */
import { parted } from '../blocks/blocks.ts';
import type { Label } from '../blocks/blocks.ts';
import { formatNumber } from './number-format.ts';
import type { Style, Styles } from './styles.ts';
import { at, below, elements, isOn, valueAt } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

interface Level {
  start: number;
  format: string;
  /** `第%1条`. */
  pattern: string;
  /** 0: is never begun again. */
  restart: string | undefined;
  isLegal: boolean;
  /** What stands behind the number: `tab`, `space`, `nothing`. */
  suffix: string;
  style: string | undefined;
}

interface AbstractList {
  levels: Map<number, Level>;
  /** The numbering style that it stands for. */
  link: string | undefined;
}

interface List {
  abstract: string;
  overrides: Map<number, { start: number | undefined; level: Level | undefined }>;
}

interface Count {
  /** By level. */
  numbers: Map<number, number>;
  starts: Map<number, number>;
}

const DEEPEST = 8;
const LONGEST_LABEL = 40;

export interface Numbering {
  /**
   * The number before the next paragraph; `unknown` where it has one and the file does not say how it looks.
   * @param properties its `w:pPr`
   */
  next(
    properties: XmlElement | undefined,
    style: string | undefined,
  ): Label | 'unknown' | undefined;
}

/** @param root of `word/numbering.xml`, if there is one */
export function readNumbering(root: XmlElement | undefined, styles: Styles): Numbering {
  const abstracts = new Map<string, AbstractList>();
  const lists = new Map<string, List>();
  for (const list of elements(at(root, 'numbering'), 'abstractNum')) {
    const levels = new Map<number, Level>();
    for (const level of elements(list, 'lvl')) levels.set(levelOf(level), readLevel(level));
    const link = valueAt(list, 'numStyleLink');
    abstracts.set(list.attributes['abstractNumId'] ?? '', { levels, link });
  }
  for (const list of elements(at(root, 'numbering'), 'num')) {
    const overrides: List['overrides'] = new Map();
    for (const override of elements(list, 'lvlOverride')) {
      const level = at(override, 'lvl');
      overrides.set(levelOf(override), {
        start: wholeNumber(valueAt(override, 'startOverride')),
        level: level && readLevel(level),
      });
    }
    lists.set(list.attributes['numId'] ?? '', {
      abstract: valueAt(list, 'abstractNumId') ?? '',
      overrides,
    });
  }
  const counts = new Map<string, Count>();
  const begun = new Set<string>();

  /** A list may stand for a numbering style, which has the levels. */
  function abstractOf(id: string): [string, AbstractList | undefined] {
    let found = id;
    for (let step = 0; step < DEEPEST; step += 1) {
      const link = abstracts.get(found)?.link;
      const linked = link === undefined ? undefined : lists.get(styles.of(link).numId ?? '');
      if (!linked) break;
      found = linked.abstract;
    }
    return [found, abstracts.get(found)];
  }

  function next(
    properties: XmlElement | undefined,
    styleId: string | undefined,
  ): Label | 'unknown' | undefined {
    const style = styles.of(styleId);
    const numId = valueAt(properties, 'numPr', 'numId') ?? style.numId;
    const list = numId === undefined || numId === '0' ? undefined : lists.get(numId);
    if (numId === undefined || !list) return undefined;
    const [id, abstract] = abstractOf(list.abstract);
    if (!abstract) return 'unknown';
    const own = valueAt(properties, 'numPr', 'ilvl');
    const at = Math.min(
      DEEPEST,
      wholeNumber(own ?? style.level) ?? levelByStyle(abstract, style, styleId),
    );
    const levelAt = (index: number): Level | undefined =>
      list.overrides.get(index)?.level ?? abstract.levels.get(index);
    const level = levelAt(at);
    // Lists that stand for one another in a ring have no levels at all.
    if (!level) return 'unknown';
    const count = counts.get(id) ?? { numbers: new Map(), starts: new Map() };
    counts.set(id, count);
    // A list that begins anew does so at its first paragraph.
    for (const [index, { start }] of list.overrides) {
      if (start === undefined || begun.has(`${numId}:${index}`)) continue;
      begun.add(`${numId}:${index}`);
      if (index >= at) count.numbers.delete(index);
      count.starts.set(index, start);
    }
    advance(count, at, levelAt);
    if (level.format === 'bullet') {
      return { text: '', level: at, isBullet: true, isDecimal: false, isOfficial: false };
    }
    const text = level.pattern.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const isPlain = level.isLegal;
      const format = isPlain ? 'decimal' : (levelAt(index)?.format ?? 'decimal');
      return formatNumber(count.numbers.get(index) ?? levelAt(index)?.start ?? 1, format);
    });
    if (text.trim() === '') return undefined;
    const bare = text.trim().slice(0, LONGEST_LABEL);
    const outermost = abstract.levels.get(0);
    return {
      text: level.suffix === 'nothing' ? bare : parted(bare),
      level: at,
      isBullet: false,
      isDecimal: level.format === 'decimal',
      isOfficial: at > 0 && /[一-龥]/u.test(formatNumber(1, outermost?.format ?? '')),
    };
  }
  return { next };
}

function advance(count: Count, at: number, levelAt: (index: number) => Level | undefined): void {
  const startOf = (index: number): number => count.starts.get(index) ?? levelAt(index)?.start ?? 1;
  const current = count.numbers.get(at);
  count.numbers.set(at, current === undefined ? startOf(at) : current + 1);
  for (const index of count.numbers.keys()) {
    if (index > at && levelAt(index)?.restart !== '0') count.numbers.delete(index);
  }
  for (let index = 0; index < at; index += 1) {
    if (!count.numbers.has(index) && levelAt(index)) count.numbers.set(index, startOf(index));
  }
}

/** A style that brings the list is named by the level that is meant for it. */
function levelByStyle(abstract: AbstractList, style: Style, id: string | undefined): number {
  for (const [index, level] of abstract.levels) {
    if (level.style !== undefined && (level.style === id || level.style === style.numberedBy))
      return index;
  }
  return 0;
}

function readLevel(level: XmlElement): Level {
  // Where a format is newer than the standard, Word offers an older one beside it.
  const format = valueAt(level, 'numFmt') ?? [...below(level, 'numFmt')][0]?.attributes['val'];
  const isHidden = isOn(at(level, 'rPr', 'vanish')) ?? false;
  return {
    start: wholeNumber(valueAt(level, 'start')) ?? 1,
    format: format ?? 'decimal',
    pattern: isHidden ? '' : (valueAt(level, 'lvlText') ?? ''),
    restart: valueAt(level, 'lvlRestart'),
    isLegal: isOn(at(level, 'isLgl')) ?? false,
    suffix: valueAt(level, 'suff') ?? 'tab',
    style: valueAt(level, 'pStyle'),
  };
}

function levelOf(element: XmlElement): number {
  return wholeNumber(element.attributes['ilvl']) ?? 0;
}

function wholeNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
