/** What stands in the last line of titles, measured in the page itself: it may use nothing from outside its own body. */

export interface LastLine {
  title: string;
  /** Its characters. */
  last: string;
}

/** Of titles with two lines or more. */
export function lastLines(): LastLine[] {
  const titles = document.querySelectorAll(
    'h1, h2 > a, .lead h3, .lead-others .title > span, .headlines li > a, .neighbours a',
  );
  return [...titles].flatMap((title) => {
    const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
    const lines = new Map<number, string>();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      for (let at = 0; at < text.length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { bottom, width } = range.getBoundingClientRect();
        const line = Math.round(bottom / 8);
        if (width > 0) lines.set(line, (lines.get(line) ?? '') + (text[at] ?? ''));
      }
    }
    const rows = [...lines].toSorted(([a], [b]) => a - b).map(([, row]) => row.trim());
    const last = rows.findLast((row) => row !== '') ?? '';
    return rows.length > 1 ? [{ title: title.textContent?.trim() ?? '', last }] : [];
  });
}
