/** What can be measured of a page's design, in the page itself: it may use nothing from outside its own body. */

export interface Least {
  /** Font size of any text, CSS pixels. */
  text: number;
  /** Height and width of what is tapped, CSS pixels. */
  target: number;
}

export interface Measured {
  /** Texts that are too small. */
  small: string[];
  /** Links and buttons that are too small; those inside a sentence are exempt, as in WCAG 2.5.8. */
  narrow: string[];
  /** How far the page scrolls sideways, CSS pixels. */
  overflow: number;
  /** Media that plays, or will, by itself. */
  playing: number;
}

export function measure({ text, target }: Least): Measured {
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest('.visually-hidden, .skip-link');
  const name = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${element.className}: ${(element.textContent ?? '').trim().slice(0, 20)}`;
  const small = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!parent || !walker.currentNode.textContent?.trim() || !isShown(parent)) continue;
    if (parent.closest('sup, option, script, template')) continue;
    const size = Number.parseFloat(getComputedStyle(parent).fontSize);
    if (size < text) small.add(`${name(parent)} ${size}px`);
  }
  /** A link with text of the same paragraph beside it is part of a sentence. */
  const isInSentence = (element: Element): boolean => {
    const block = element.closest('p, li, td, th, dd, figcaption, caption');
    return (
      element.closest('.body, .notice, .excerpt') !== null &&
      block !== null &&
      (block.textContent ?? '').trim() !== (element.textContent ?? '').trim()
    );
  };
  const narrow: string[] = [];
  for (const element of document.querySelectorAll('a[href], button, summary, select, input')) {
    if (!isShown(element) || isInSentence(element)) continue;
    const { width, height } = element.getBoundingClientRect();
    // Half a pixel for rounding of line heights.
    if (width < target - 0.5 || height < target - 0.5) {
      narrow.push(`${name(element)} ${Math.round(width)}×${Math.round(height)}`);
    }
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  return {
    small: [...small],
    narrow: narrow.slice(0, 12),
    overflow: Math.max(0, scrollWidth - clientWidth),
    playing: document.querySelectorAll('[autoplay], marquee, blink').length,
  };
}
