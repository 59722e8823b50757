/** Lines of a text that are pulled apart, measured in the page itself: it may use nothing from outside its own body. */

/** How many lines of paragraphs there are, and those whose letters stand more than 5 % wider than they are. */
export function stretchedLines(): { lines: number; stretched: string[] } {
  let lines = 0;
  const stretched: string[] = [];
  for (const block of document.querySelectorAll('.body :is(p, li)')) {
    const isJustified = getComputedStyle(block).textAlign === 'justify';
    const size = Number.parseFloat(getComputedStyle(block).fontSize);
    const rows = new Map<number, { letters: string; left: number; right: number; own: number }>();
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      for (let at = 0; at < text.length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { top, left, right, width } = range.getBoundingClientRect();
        if (width === 0) continue;
        const key = Math.round(top / 10);
        const row = rows.get(key) ?? { letters: '', left, right, own: 0 };
        rows.set(key, row);
        row.letters += text[at];
        row.left = Math.min(row.left, left);
        row.right = Math.max(row.right, right);
        // Justified Han carry their share of the gap in their own boxes.
        row.own += /\p{Script=Han}/u.test(text[at] ?? '') ? Math.min(width, size) : width;
      }
    }
    const all = [...rows.values()];
    for (const { letters, left, right, own } of all.slice(0, -1)) {
      lines += 1;
      if (isJustified && right - left > own * 1.05) stretched.push(letters);
    }
    if (all.length > 0) lines += 1;
  }
  return { lines, stretched };
}
