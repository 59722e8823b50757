/** The rows of a table from a CSV file as HTML. */
import type { Element, ElementContent } from 'hast';

/** A cell of a column of numbers; a dash or nothing stands for none. */
const NUMBER = /^(?:[-+－]?[\d,]+(?:\.\d+)?%?|[-—–/]*)$/;

/** The rows as `<thead>` and `<tbody>`. Rows are of one length; a line break in a cell stays one. */
export function csvSections([header = [], ...rows]: readonly (readonly string[])[]): Element[] {
  const alignment = header.map((_, column) =>
    rows.every((row) => NUMBER.test(row[column] ?? '')) ? { className: ['align-right'] } : {},
  );
  const head = header.map((value, column) =>
    element('th', cellContent(value), { scope: 'col', ...alignment[column] }),
  );
  const body = rows.map((row) =>
    element(
      'tr',
      row.map((value, column) => element('td', cellContent(value), { ...alignment[column] })),
    ),
  );
  return [element('thead', [element('tr', head)]), element('tbody', body)];
}

function cellContent(value: string): ElementContent[] {
  return value
    .split('\n')
    .flatMap((line, at) => [...(at > 0 ? [element('br', [])] : []), textNode(line)]);
}

function element(tagName: string, children: ElementContent[], properties = {}): Element {
  return { type: 'element', tagName, properties, children };
}

function textNode(value: string): ElementContent {
  return { type: 'text', value };
}
