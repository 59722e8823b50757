/** What is found in the words of a file: where, masked, and what there is that readers do not look at. */
import { leaksIn } from '../model/leaks.ts';
import type { LeakKind } from '../model/leaks.ts';
import { homeAddresses, personalNumbers } from '../model/personal-data.ts';
import type { PersonalKind } from '../model/personal-data.ts';
import type { TextFault } from './text-outcome.ts';

/** `unread`: it is, or holds, a kind of file for which there is no reader here. */
export type WordsFault = TextFault | 'unread';

/** Words of a file that stand together. */
export interface FilePlace {
  /** As staff find it: 正文, 批注, 工作表「人员」第3行第4列. */
  where: string;
  /** Readers do not see it, unless they look for it. */
  isHidden: boolean;
  text: string;
  /** A number that a sheet keeps as a number: of more than 15 digits the last are lost. */
  isNumber?: boolean;
}

export type FileHitKind = PersonalKind | LeakKind | 'home' | 'sensitive';

export interface FileHit {
  kind: FileHitKind;
  where: string;
  isHidden: boolean;
  /** Nothing by which the person is found. */
  shown: string;
}

/** What is kept of a file's words; nothing of it says more than it must. */
export interface FileWords {
  /** The first ones of each kind. */
  hits: FileHit[];
  /** How many more there are of a kind. */
  more: Partial<Record<FileHitKind, number>>;
  /** What it holds that readers do not look at: 批注, 隐藏的工作表「底数」. */
  hidden: string[];
  /** What of it is no text, and was not looked through: 全部 3 页, 第2页. */
  silent?: string;
  /** Why not all of it was looked through. */
  fault?: WordsFault | undefined;
}

/** Digits of a mobile. */
const SHORTEST = 11;
const CERTAIN: ReadonlySet<FileHitKind> = new Set(['id', 'mobile']);
/** Of one kind: many plates must not hide an identity number that stands behind them. */
const MOST_HITS = 100;
const MOST_HIDDEN = 10;
/** Ten times of what is searched: lists of persons are long. */
const MOST_CHARACTERS = 2_000_000;

/** Takes places until there is enough of them. */
export class FileWordsSink {
  isFull = false;
  readonly #hits: FileHit[] = [];
  readonly #counts = new Map<FileHitKind, number>();
  /** All that was found, by kind and what is shown. */
  readonly #shown = new Set<string>();
  readonly #hidden = new Set<string>();
  #length = 0;
  #silent: string | undefined;
  /** The file within the file that is looked through. */
  #within: { name: string; isHidden: boolean } | undefined;

  add({ where, isHidden, text, isNumber = false }: FilePlace): void {
    if (this.isFull || text.trim() === '') return;
    this.#length += text.length;
    this.isFull = this.#length > MOST_CHARACTERS;
    const hit = (kind: FileHitKind, shown: string): void =>
      this.hit({ kind, where, isHidden, shown });
    for (const { kind, masked } of personalNumbers(text)) {
      // Excel has taken the check digit itself.
      hit(kind === 'id-unsure' && isNumber ? 'id' : kind, masked);
    }
    for (const { masked } of homeAddresses(text)) hit('home', masked);
    for (const { kind, shown } of leaksIn(text)) hit(kind, shown);
  }

  /** Certain numbers of persons that were found nowhere else: what machines write is full of others. */
  rest(where: string, text: string): void {
    // Attributes are many and short, and no number of a person is.
    if (text.length < SHORTEST || !/\p{Nd}/u.test(text)) return;
    for (const { kind, masked } of personalNumbers(text)) {
      const isKnown = this.#shown.has(kind + masked);
      if (CERTAIN.has(kind) && !isKnown) this.hit({ kind, where, isHidden: true, shown: masked });
    }
  }

  /** What `look` adds lies in a file within the file. @param isHidden whether readers do not look there */
  async within<T>(name: string, isHidden: boolean, look: () => Promise<T>): Promise<T> {
    this.#within = { name, isHidden };
    return look().finally(() => (this.#within = undefined));
  }

  hit(hit: FileHit): void {
    const inner = this.#within;
    const found =
      inner === undefined
        ? hit
        : { ...hit, where: `${inner.name}${hit.where}`, isHidden: inner.isHidden || hit.isHidden };
    const count = (this.#counts.get(hit.kind) ?? 0) + 1;
    this.#counts.set(hit.kind, count);
    this.#shown.add(hit.kind + hit.shown);
    if (count <= MOST_HITS) this.#hits.push(found);
  }

  /** Says that there is something that readers do not look at. */
  hide(what: string): void {
    if (this.#within === undefined && this.#hidden.size < MOST_HIDDEN) this.#hidden.add(what);
  }

  /** Says which pages hold no text: what stands on a scan is for people to read. @param total all pages */
  silent(pages: readonly number[], total: number): void {
    if (pages.length === 0 || this.#within !== undefined) return;
    const named = pages.slice(0, MOST_HIDDEN).join('、');
    const rest = pages.length > MOST_HIDDEN ? `等 ${pages.length} 页` : '页';
    this.#silent = pages.length === total ? `全部 ${total} 页` : `第${named}${rest}`;
  }

  outcome(): FileWords {
    const silent = this.#silent === undefined ? {} : { silent: this.#silent };
    const more = Object.fromEntries(
      [...this.#counts]
        .filter(([, count]) => count > MOST_HITS)
        .map(([kind, count]) => [kind, count - MOST_HITS]),
    );
    const found = { hits: this.#hits, more, hidden: [...this.#hidden], ...silent };
    return this.isFull ? { ...found, fault: 'cut' } : found;
  }
}
