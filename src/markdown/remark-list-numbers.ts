/** Lists keep the numbers that were typed: 1 3 5 stays 1 3 5, where HTML would count 1 2 3. */
import type { ListItem, Root } from 'mdast';
import { visit } from './visit.ts';

const NUMBER = /^(\d{1,9})[.)]/;

/** Gives an item its number where it is not the next one; `1.` before every item means to count. */
export function remarkListNumbers() {
  return (tree: Root, file: { value: unknown }): void => {
    const source = String(file.value);
    visit(tree, 'list', (list) => {
      if (!list.ordered) return;
      const numbers = list.children.map((item) => numberOf(item, source));
      const [first] = numbers;
      if (first === undefined || areCounted(numbers)) return;
      let next = first;
      for (const [index, item] of list.children.entries()) {
        const number = numbers[index] ?? next;
        if (number !== next) item.data = { ...item.data, hProperties: { value: String(number) } };
        next = number + 1;
      }
    });
  };
}

/** Markdown's own way to let it count; no other number stands for more than one. */
export function areCounted(numbers: readonly (number | undefined)[]): boolean {
  return numbers.every((number) => number === 1);
}

/** As it was written. */
export function numberOf(item: ListItem, source: string): number | undefined {
  const offset = item.position?.start.offset ?? source.length;
  const digits = NUMBER.exec(source.slice(offset, offset + 11))?.[1];
  return digits === undefined ? undefined : Number(digits);
}
