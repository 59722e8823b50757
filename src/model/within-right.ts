/** Whether a wrong word that stands at `start` is a part of its own right word, which is written there already. */
export function isWithinRight(
  text: string,
  start: number,
  { wrong, right }: { wrong: string; right: string },
): boolean {
  for (let place = right.indexOf(wrong); place !== -1; place = right.indexOf(wrong, place + 1)) {
    if (start >= place && text.startsWith(right, start - place)) return true;
  }
  return false;
}
