/** Texts of a page whose contrast is too low; runs in the page and may use nothing from outside its own body. */

/** @param least ratio as WCAG 2.2 counts it, 1 to 21 */
export function lowContrast(least: number): string[] {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];
  const colourOf = (css: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  };
  const over = (upper: Colour, lower: Colour): Colour => {
    const part = (index: 0 | 1 | 2) => upper[index] * upper[3] + lower[index] * (1 - upper[3]);
    return [part(0), part(1), part(2), 1];
  };
  const luminance = (colour: Colour): number => {
    const part = (index: 0 | 1 | 2) => {
      const value = colour[index] / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
  };
  const groundOf = (element: Element | null): Colour => {
    if (!element) return [255, 255, 255, 1];
    const own = colourOf(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, groundOf(element.parentElement));
  };
  const low = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent?.trim();
    if (!parent || !text || !parent.checkVisibility({ visibilityProperty: true })) continue;
    if (parent.closest('script, template, option, .visually-hidden')) continue;
    const ground = groundOf(parent);
    const [light = 0, dark = 0] = [ground, over(colourOf(getComputedStyle(parent).color), ground)]
      .map(luminance)
      .toSorted((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < least) low.add(`${parent.className} ${text.slice(0, 20)}: ${ratio.toFixed(2)}`);
  }
  return [...low];
}
