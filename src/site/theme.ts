/**
 * The bureau's colour and all that derives from it, as a style sheet of its own, so that the compiled styles serve
 * every bureau. Each derived colour is computed to be readable where it stands; `light-dark()` and `color-mix()` would
 * be shorter, and are unknown to the browsers of many offices.
 */
import { contrast, mix, readableOn } from '../model/contrast.ts';
import { shortDigest } from '../system/digest.ts';
import type { Site } from './site.ts';

/** The grounds of `src/styles/tokens.css` that coloured text stands on; a test holds the two together. */
export const GROUNDS = {
  light: { paper: '#ffffff', ground: '#f6f4f0', raised: '#fbfaf8' },
  dark: { paper: '#1b1a19', ground: '#131211', raised: '#232120' },
} as const;

export type Scheme = keyof typeof GROUNDS;

/** Colours made from the bureau's one, `#rrggbb` each. */
export interface Palette {
  /** Bars and buttons; carries `onBar`. */
  bar: string;
  /** A bar under the pointer. */
  barHover: string;
  /** Text on bars: white; the schema refuses a colour that cannot carry it. */
  onBar: string;
  /** Links and coloured text, on every ground and on the wash. */
  ink: string;
  /** A tint for what is selected. */
  wash: string;
}

const ON_BAR = '#ffffff';

export function palette(colour: string, scheme: Scheme): Palette {
  const grounds = Object.values(GROUNDS[scheme]);
  const isLight = scheme === 'light';
  const { paper } = GROUNDS[scheme];
  // Text darkens on light paper and lightens on dark paper until the hardest ground lets it be read.
  const wash = mix(colour, paper, isLight ? 0.06 : 0.2);
  const bar = isLight ? colour : readableOn(mix(colour, '#000000', 0.82), '#000000', [ON_BAR]);
  return {
    bar,
    barHover: mix(bar, '#000000', 0.84),
    onBar: ON_BAR,
    ink: readableOn(colour, isLight ? '#000000' : '#ffffff', [...grounds, wash]),
    wash,
  };
}

/**
 * The style sheet of a bureau: its colours, how long its name is, so that a phone shows it as large as it has room for, and
 * the words that style sheets write.
 */
export function themeCss({ config, labels }: Pick<Site, 'config' | 'labels'>): string {
  const { colour, name } = config;
  const words = `--word-contents: '${labels.body.contents}'; --word-topics: '${labels.topics.topics}';`;
  return [
    `@layer tokens {\n:root { ${declarations(palette(colour, 'light'))} --name-length: ${lengthOf(name)}; ${words} }`,
    `@media screen and (prefers-color-scheme: dark) { :root { ${declarations(palette(colour, 'dark'))} } }\n}\n`,
  ].join('\n');
}

/** Changes with the theme, so that it can be cached for good. */
export function themeVersion(site: Site): string {
  const known = versions.get(site);
  if (known !== undefined) return known;
  const version = shortDigest(themeCss(site), 8);
  versions.set(site, version);
  return version;
}

/** Every page asks. */
const versions = new WeakMap<Site, string>();

/** The lowest contrast in a palette, for the test that walks through many colours. */
export function lowestContrast(colour: string, scheme: Scheme): number {
  const { bar, barHover, onBar, ink, wash } = palette(colour, scheme);
  const grounds = [...Object.values(GROUNDS[scheme]), wash];
  return Math.min(
    contrast(bar, onBar),
    contrast(barHover, onBar),
    ...grounds.map((ground) => contrast(ink, ground)),
  );
}

/** In em of Han type: letters of Latin and Arabic scripts are taken for wide ones, which leaves room and cuts nothing. */
export function lengthOf(name: string): number {
  const letters = [...name].map((letter) => widthOf(letter));
  return Math.max(1, Math.ceil(letters.reduce((sum, width) => sum + width, 0)));
}

function widthOf(letter: string): number {
  if (/[\u0600-\u06ff]/.test(letter)) return 0.55;
  return /[ -\u024f]/.test(letter) ? 0.65 : 1;
}

function declarations({ bar, barHover, onBar, ink, wash }: Palette): string {
  return [
    `--brand-bar: ${bar};`,
    `--brand-bar-hover: ${barHover};`,
    `--on-brand: ${onBar};`,
    `--brand-ink: ${ink};`,
    `--brand-wash: ${wash};`,
  ].join(' ');
}
