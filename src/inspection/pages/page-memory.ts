/**
 * What was found on pages that did not change, by their keys: a page is rendered and judged once. Links are kept by numbers,
 * and those that nearly all pages have once for all of them: a hundred thousand pages are read in a moment.
 */
import { join } from 'node:path';
import { readKeptRows, writeKeptRows } from '../../system/kept-json.ts';
import type { PageFinding } from './judge-page.ts';

export interface SeenPage {
  /** Numbers of what was found on it in `PageMemory.findings`. */
  findings: readonly number[];
  /** Numbers of its links in `PageMemory.links`, each once; those of `PageMemory.common` left out where `hasCommon`. */
  links: readonly number[];
  hasCommon: boolean;
}

interface Row extends SeenPage {
  key: string;
}

interface Head {
  version: string;
  links: string[];
  findings: PageFinding[];
  common: number[];
}

/** How many of a hundred pages must have a link that is kept for all of them. */
const NEARLY_ALL = 90;

export class PageMemory {
  /** Addresses as pages write them. */
  readonly links: string[] = [];
  common: readonly number[] = [];
  readonly #file: string;
  readonly #version: string;
  readonly findings: PageFinding[] = [];
  readonly #numbers = new Map<string, number>();
  /** By what they say. */
  readonly #findingNumbers = new Map<string, number>();
  #known: ReadonlyMap<string, string> = new Map();
  readonly #rows = new Map<string, Row>();
  #isChanged = false;

  /**
   * @param folder the site's cache
   * @param version of all that findings hang on beside the keys of pages
   */
  constructor(folder: string, version: string) {
    this.#file = join(folder, 'inspected-pages.json');
    this.#version = version;
    const kept = readKeptRows(this.#file);
    const head = kept?.head as Head | undefined;
    if (!kept || head?.version !== version) return;
    for (const link of head.links) this.#numberOf(link);
    for (const finding of head.findings) this.#findingNumber(finding);
    this.common = head.common;
    this.#known = new Map(
      (kept.rows as string[]).map((row) => [row.slice(0, row.indexOf('\t')), row]),
    );
  }

  /** What is known of a page with this key. */
  find(path: string, key: string): SeenPage | undefined {
    const text = this.#known.get(path);
    if (text === undefined || !text.startsWith(`${key}\t`, path.length + 1)) return undefined;
    const [links = '', findings = ''] = text.slice(path.length + key.length + 2).split('\t');
    const row: Row = {
      key,
      hasCommon: links.startsWith('+'),
      links: numbersIn(links.replace(/^\+/, '')),
      findings: numbersIn(findings),
    };
    this.#rows.set(path, row);
    return row;
  }

  /** Keeps what was found on a page; of one without a key nothing is kept. */
  add(
    path: string,
    key: string,
    { findings, links }: { findings: readonly PageFinding[]; links: Iterable<string> },
  ): SeenPage {
    const all = new Set(Array.from(links, (link) => this.#numberOf(link)));
    const numbers = findings.map((finding) => this.#findingNumber(finding));
    const row = { key, findings: numbers, ...this.#withoutCommon(all) };
    if (key !== '') {
      this.#rows.set(path, row);
      this.#isChanged = true;
    }
    return row;
  }

  /** Writes what was asked for or added, if it is not what was read. */
  async write(): Promise<void> {
    if (!this.#isChanged && this.#rows.size === this.#known.size) return;
    if (this.common.length === 0) this.#findCommon();
    const links = renumbering(this.links);
    const findings = renumbering(this.findings);
    const common = this.common.map(links.number);
    const rows = Array.from(this.#rows, ([path, row]) => {
      const own = `${row.hasCommon ? '+' : ''}${row.links.map(links.number).join(' ')}`;
      return `${path}\t${row.key}\t${own}\t${row.findings.map(findings.number).join(' ')}`;
    });
    const used = { links: links.used, findings: findings.used };
    const head: Head = { version: this.#version, ...used, common };
    await writeKeptRows(this.#file, head, rows);
  }

  #numberOf(link: string): number {
    const known = this.#numbers.get(link);
    if (known !== undefined) return known;
    const number = this.links.push(link) - 1;
    this.#numbers.set(link, number);
    return number;
  }

  #findingNumber(finding: PageFinding): number {
    const words = JSON.stringify(finding);
    const known = this.#findingNumbers.get(words);
    if (known !== undefined) return known;
    const number = this.findings.push(finding) - 1;
    this.#findingNumbers.set(words, number);
    return number;
  }

  #withoutCommon(all: ReadonlySet<number>): Pick<SeenPage, 'links' | 'hasCommon'> {
    const { common } = this;
    const hasCommon = common.length > 0 && common.every((link) => all.has(link));
    if (!hasCommon) return { links: [...all], hasCommon };
    const isCommon = new Set(common);
    return { links: [...all].filter((link) => !isCommon.has(link)), hasCommon };
  }

  #findCommon(): void {
    const counts = new Uint32Array(this.links.length);
    for (const { links } of this.#rows.values())
      for (const link of links) counts[link] = (counts[link] ?? 0) + 1;
    const many = (this.#rows.size * NEARLY_ALL) / 100;
    this.common = [...counts.keys()].filter((link) => (counts[link] ?? 0) > many);
    for (const [path, row] of this.#rows)
      this.#rows.set(path, { ...row, ...this.#withoutCommon(new Set(row.links)) });
  }
}

function numbersIn(text: string): number[] {
  return text === '' ? [] : text.split(' ').map(Number);
}

/** What is not used any more is not kept. */
function renumbering<T>(all: readonly T[]): { used: T[]; number: (old: number) => number } {
  const used: T[] = [];
  const numbers = new Map<number, number>();
  const number = (old: number): number => {
    const known = numbers.get(old);
    if (known !== undefined) return known;
    const next = used.push(all[old] as T) - 1;
    numbers.set(old, next);
    return next;
  };
  return { used, number };
}
