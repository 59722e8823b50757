/** What is made of the labels of a language, once for each. */
import type { Labels } from '../labels/labels.ts';

export function oncePerLanguage<T>(make: (labels: Labels) => T): (labels: Labels) => T {
  const made = new Map<Labels, T>();
  return (labels) => {
    const known = made.get(labels) ?? make(labels);
    made.set(labels, known);
    return known;
  };
}
