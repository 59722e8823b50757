/** Word files of any shape, made by hand: paragraphs, numbers, tables, notes, pictures. */
import { aZip, wordParts } from './office-files.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export interface WordParts {
  /** XML of the body. */
  body: string;
  numbering?: string;
  styles?: string;
  footnotes?: string;
  header?: string;
  /** By id: what is a picture in the file, and what a link. */
  pictures?: Readonly<Record<string, Uint8Array>>;
  links?: Readonly<Record<string, string>>;
}

/** A file of these parts. */
export function wordFile({ body, pictures = {}, links = {}, ...others }: WordParts): Buffer {
  const named = Object.entries(others).filter(([, xml]) => xml !== undefined);
  const relations = [
    ...named.map(([name]) => relation(name, name, `${name}.xml`)),
    ...Object.keys(pictures).map((id) => relation(id, 'image', `media/${id}`)),
    ...Object.entries(links).map(([id, url]) => relation(id, 'hyperlink', url, 'External')),
  ];
  const root: Readonly<Record<string, string>> = {
    header: 'hdr',
  };
  return aZip({
    ...wordParts(body),
    'word/_rels/document.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    ...Object.fromEntries(
      named.map(([name, xml]) => [
        `word/${name}.xml`,
        `<w:${root[name] ?? name} ${W}>${xml}</w:${root[name] ?? name}>`,
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(pictures).map(([id, bytes]) => [`word/media/${id}`, bytes]),
    ),
  });
}

function relation(id: string, type: string, target: string, mode = 'Internal'): string {
  const address = target.replaceAll('&', '&amp;');
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${address}" TargetMode="${mode}"/>`;
}

/** A paragraph. @param properties XML of its `w:pPr` */
export function p(content: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : r(content)}</w:p>`;
}

/** A run of text. @param properties XML of its `w:rPr` */
export function r(text: string, properties = ''): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escaped}</w:t></w:r>`;
}

/** A title as offices set it. */
export const TITLE = p(r('关于做好节能工作的通知', '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>');

/** A list: one `[format, pattern]` for each level. */
export function list(id: number, levels: readonly (readonly [string, string])[]): string {
  const xml = levels.map(
    ([format, pattern], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${xml.join('')}</w:abstractNum>`;
}

/** What gives a paragraph the next number of a list. */
export function numbered(id: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
}

/** A drawing that shows a picture. @param crop attributes of `a:srcRect` */
export function drawing(id: string, description = '', crop = ''): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr descr="${description}"/><a:blipFill><a:blip r:embed="${id}"/>${crop === '' ? '' : `<a:srcRect ${crop}/>`}</a:blipFill></wp:inline></w:drawing></w:r>`;
}

/** A table of cells of XML. @param properties by `row,column`, XML of a cell's `w:tcPr` */
export function table(
  rows: readonly (readonly string[])[],
  properties: Readonly<Record<string, string>> = {},
): string {
  const cell = (content: string, at: string) =>
    `<w:tc><w:tcPr>${properties[at] ?? ''}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
  const xml = rows.map(
    (cells, row) =>
      `<w:tr>${cells.map((content, column) => cell(content, `${row},${column}`)).join('')}</w:tr>`,
  );
  return `<w:tbl>${xml.join('')}</w:tbl>`;
}
