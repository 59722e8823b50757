/**
 * Blocks of the home page beside which nothing stands, while something follows below them. Runs in the page. A third of a block,
 * or five lines, may be without something beside.
 */
export function holes(): string[] {
  const PART = 1 / 3;
  const LINES = 240;
  const boxes = [...document.querySelectorAll('.home .block')].map((node) => ({
    name: node.querySelector('h2')?.textContent.trim() ?? '',
    box: node.getBoundingClientRect(),
  }));
  const width = document.querySelector('.home')?.getBoundingClientRect().width ?? 0;
  return boxes
    .filter(({ box }) => box.width < width * 0.7)
    .filter(({ box }) => {
      const covered = boxes
        .filter(({ box: other }) => other.right <= box.left || other.left >= box.right)
        .map(({ box: { top, bottom } }) => Math.min(bottom, box.bottom) - Math.max(top, box.top))
        .reduce((sum, height) => sum + Math.max(0, height), 0);
      const isLast = !boxes.some(({ box: { top } }) => top >= box.bottom);
      return !isLast && covered < box.height - Math.max(box.height * PART, LINES);
    })
    .map(({ name }) => name);
}
