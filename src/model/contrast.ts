/** Contrast of colours as WCAG 2.2 counts it, and the nearest colour that reaches one. */

/** Red, green, blue, each 0 to 1. */
type Rgb = readonly [number, number, number];

/** What WCAG 2.2 asks of text that is not large (success criterion 1.4.3). */
export const TEXT_CONTRAST = 4.5;

/** Steps in which a colour is mixed until it passes: fine enough that nobody sees one. */
const STEPS = 200;

/**
 * Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").
 * @param first `#rrggbb`
 */
export function contrast(first: string, second: string): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * `share` of a colour in another, mixed as they are written (gamma-encoded sRGB).
 * @param share 0 gives `into`, 1 gives `colour`
 */
export function mix(colour: string, into: string, share: number): string {
  const other = rgbOf(into);
  return hexOf(
    rgbOf(colour).map((part, index) => part * share + (other[index] ?? 0) * (1 - share)),
  );
}

/**
 * The colour itself, or its nearest shade toward black or white that can be read on every given ground.
 * @throws when not even black or white can: the grounds contradict each other
 */
export function readableOn(
  colour: string,
  toward: '#000000' | '#ffffff',
  grounds: readonly string[],
): string {
  for (let step = STEPS; step >= 0; step -= 1) {
    const shade = mix(colour, toward, step / STEPS);
    if (grounds.every((ground) => contrast(shade, ground) >= TEXT_CONTRAST)) return shade;
  }
  throw new Error(`No shade of ${colour} can be read on ${grounds.join(', ')}`);
}

/** Relative luminance, 0 black to 1 white (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = rgbOf(colour).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  ) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function rgbOf(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

function hexOf(parts: readonly number[]): string {
  const bytes = parts.map((part) =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${bytes.join('')}`;
}
