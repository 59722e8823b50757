/** Text as the parts of Office files hold it, and the files that hold the parts: the same bytes each time. */
import { strToU8, zipSync } from 'fflate';
import { escaped } from '../../site/escape.ts';

/** What XML does not allow at all, lone halves of characters among it. */
// oxlint-disable-next-line no-control-regex -- those are meant
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

export function xmlText(text: string): string {
  return escaped(text.toWellFormed().replaceAll(FORBIDDEN, ''));
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The first day that a zip archive can name: its own time would make other bytes each second. */
const BEGINNING = new Date(1980, 0, 1);

/** @param parts XML by path */
export function officeFile(parts: Readonly<Record<string, string>>): Uint8Array {
  const files = Object.entries(parts).map(([path, xml]) => [
    path,
    [strToU8(XML_HEAD + xml), { mtime: BEGINNING, level: 9 }] as const,
  ]);
  return zipSync(Object.fromEntries(files));
}

/** @param types content type by path of the part */
export function contentTypes(types: Readonly<Record<string, string>>): string {
  const parts = Object.entries(types).map(
    ([path, type]) =>
      `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${parts.join('')}</Types>`;
}

/** @param targets kind and path of each, numbered rId1, rId2 … */
export function relations(targets: readonly (readonly [kind: string, path: string])[]): string {
  const all = targets.map(
    ([kind, path], at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${kind}" Target="${path}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}
