/** Which files a picture becomes, and how a page names them. */
import type { Picture } from '../model/body.ts';
import type { Format } from './encode.ts';
import type { PictureFacts } from './picture-facts.ts';

/** One file made of a picture. */
export interface Rendition {
  /** `<key>-<width>.<format>` */
  name: string;
  width: number;
  format: Format;
  animated: boolean;
}

/** Where renditions lie below the site's base path and in the out folder. */
export const PICTURES_FOLDER = '_images';

/** Phone, article column, article column on a fine screen. The last bounds every picture, whatever its original. */
const STEPS = [480, 960] as const;
const LARGEST = 1600;
/** An animation costs many times a picture, and is looked at in the column. */
const LARGEST_ANIMATION = 960;
/** A step this near the largest width would be a file that saves nobody anything. */
const WORTHWHILE = 1.25;
/** WebP's own bound on a side, in pixels: met by tall infographics (一图读懂). */
export const WEBP_MAX_SIDE = 16_383;

/** The widths, ascending, that a picture of this size (pixels) is encoded in: one to three, none above its own. */
export function widthsOf({ width, height }: { width: number; height: number }): number[] {
  const largest = largestWidth(width, height, LARGEST);
  return [...STEPS.filter((step) => step * WORTHWHILE <= largest), largest];
}

/** Every file a picture becomes. The fallback for old browsers comes in two widths at most. */
export function renditionsOf(facts: PictureFacts): Rendition[] {
  const { key, width, height, kind } = facts;
  const make = (format: Format, at: number, animated = false): Rendition => ({
    name: `${key}-${at}.${format}`,
    width: at,
    format,
    animated,
  });
  if (kind === 'animation') {
    return [make('webp', largestWidth(width, height, LARGEST_ANIMATION), true)];
  }
  const widths = widthsOf(facts);
  const fallback = kind === 'drawing' ? 'png' : 'jpg';
  return [
    ...widths.map((at) => make('webp', at)),
    ...widths.slice(-2).map((at) => make(fallback, at)),
  ];
}

/**
 * A picture as a page shows it. Width and height are those of its largest rendition.
 * @param base the site's base path, with a slash at both ends
 */
export function pictureOf(facts: PictureFacts, base: string): Picture {
  const renditions = renditionsOf(facts);
  const url = (name: string): string => `${base}${PICTURES_FOLDER}/${name}`;
  const srcset = (chosen: readonly Rendition[]): string =>
    chosen.map(({ name, width }) => `${url(name)} ${width}w`).join(', ');

  const fallbacks = renditions.filter((rendition) => !isAlternative(rendition));
  const width = Math.max(...renditions.map((rendition) => rendition.width));
  const [first] = fallbacks;
  if (!first) throw new Error(`picture ${facts.key} has no fallback rendition`);
  return {
    width,
    height: Math.max(1, Math.round((facts.height * width) / facts.width)),
    src: url(first.name),
    srcset: srcset(fallbacks),
    webpSrcset: srcset(renditions.filter(isAlternative)),
  };
}

/** An animation has no other form; its WebP is what every browser gets. */
function isAlternative({ format, animated }: Rendition): boolean {
  return format === 'webp' && !animated;
}

function largestWidth(width: number, height: number, bound: number): number {
  return Math.max(1, Math.min(width, bound, Math.floor((width * WEBP_MAX_SIDE) / height)));
}
