/** What a reader sees first, measured in the page itself: it may use nothing from outside its own body. */

export interface FirstScreen {
  /** Where the title begins, CSS pixels from the top; of a home page the first block that is seen. */
  title: number;
  /** Where the text begins: its first line, or the first thing that a page shows below its title. */
  text: number;
  /** How high the header is. */
  header: number;
  /** Words of the site's name that are broken. */
  broken: string[];
  /** How far the page scrolls sideways. */
  overflow: number;
}

export function firstScreen(): FirstScreen {
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest('.visually-hidden') &&
    element.getBoundingClientRect().height > 0;
  const top = (selector: string): number => {
    const found = [...document.querySelectorAll(selector)].find(isShown);
    return found ? Math.round(found.getBoundingClientRect().top + scrollY) : Number.NaN;
  };
  const name = document.querySelector('.wordmark > span') ?? document.body;
  const broken: string[] = [];
  const walker = document.createTreeWalker(name, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { segment, index } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(
      node.textContent ?? '',
    )) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + segment.length);
      const lines = new Set([...range.getClientRects()].map(({ top: y }) => Math.round(y)));
      if (lines.size > 1) broken.push(segment);
    }
  }
  return {
    title: top('main h1, .elder-home form, main h2'),
    text: top(
      '.correction-note, .past-note, .document-facts, .body > *, .withdrawn > p, main .headlines > li, .picture-list > li, main form, .site-map > ul, .correction-record > section, .topic-cards > li, .lead-news',
    ),
    header: Math.round(document.querySelector('header')?.getBoundingClientRect().height ?? 0),
    broken,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
}
