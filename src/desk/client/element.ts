/** Elements, made without a framework. What staff wrote comes in as text alone: nothing here reads HTML. */

type Properties<K extends keyof HTMLElementTagNameMap> = Partial<
  Omit<HTMLElementTagNameMap[K], 'style' | 'dataset' | 'children' | 'attributes'>
> & {
  /** Attributes that are no property, or none of every browser. */
  attributes?: Record<string, string>;
  /** What is done on `click`. */
  onPress?: (event: MouseEvent) => void;
};

export type Child = Node | string | undefined;

/** @param children strings become text; undefined is left out */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Properties<K> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const { attributes = {}, onPress, ...rest } = properties;
  const made = Object.assign(document.createElement(name), rest);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (onPress) made.addEventListener('click', onPress as EventListener);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A button that sends no form. */
export function button(
  words: string,
  onPress: (event: MouseEvent) => void,
  properties: Properties<'button'> = {},
): HTMLButtonElement {
  return element('button', { type: 'button', onPress, ...properties }, words);
}

let last = 0;

/** An id that no other element of the page has. */
export function newId(word: string): string {
  last += 1;
  return `${word}-${last}`;
}
