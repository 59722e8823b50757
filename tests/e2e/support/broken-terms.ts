/** Terms that end in another line than they begin, measured in the page itself: it may use nothing from outside its body. */

/** In titles, names, buttons and sources; `term…` with the two lines that it stands in. */
export function brokenTerms(terms: readonly string[]): string[] {
  const broken: string[] = [];
  const parts = document.querySelectorAll(
    'h1, .subtitle, .source, .lead h3, .title > span:first-child, .headlines li > a, .neighbours a, .block h2, nav a, button, .more, .article-links a, .column-buttons a, [data-results] h2 a, .result-meta span',
  );
  for (const part of parts) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const letters: { node: Node; at: number }[] = [];
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const value = node.textContent ?? '';
      for (let at = 0; at < value.length; at += 1) letters.push({ node, at });
      text += value;
    }
    const top = (index: number): number => {
      const { node, at } = letters[index] ?? { node: part, at: 0 };
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { top: y, height } = range.getBoundingClientRect();
      return height === 0 ? Number.NaN : y;
    };
    for (const term of terms) {
      for (let from = text.indexOf(term); from >= 0; from = text.indexOf(term, from + 1)) {
        const last = from + term.length - 1;
        if (top(last) - top(from) > 8)
          broken.push(`${term} in ${text.trim().slice(0, 40)} (${part.className || part.tagName})`);
      }
    }
  }
  return broken;
}
