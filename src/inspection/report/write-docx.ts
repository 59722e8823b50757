/** A Word file of a title, paragraphs and tables: A4, heads that are repeated on every page. */
import { contentTypes, officeFile, relations, xmlText } from './xml.ts';

export type Block =
  | { kind: 'title' | 'heading' | 'text' | 'note'; text: string }
  | {
      kind: 'table';
      head?: readonly string[];
      rows: readonly (readonly string[])[];
      /** In twentieths of a point; together the width of the text. */
      widths: readonly number[];
      /** So many columns, from the first, have what stands there again and again once, over all of its rows. */
      joined?: number;
    };

/** Between margins of an inch at the sides of A4; two centimetres above and below let the form stand on one page. */
export const TEXT_WIDTH = 9026;
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export function writeDocx(blocks: readonly Block[]): Uint8Array {
  const body = blocks.map(blockXml).join('');
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1440" w:bottom="1134" w:left="1440" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';
  return officeFile({
    '[Content_Types].xml': contentTypes({ 'word/document.xml': 'wordprocessingml.document.main' }),
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `<w:document xmlns:w="${MAIN}"><w:body>${body}${page}</w:body></w:document>`,
  });
}

interface Look {
  font: string;
  /** In half points. */
  size: number;
  isBold?: boolean;
  isCentred?: boolean;
}

const LOOKS = {
  title: { font: '宋体', size: 36, isBold: true, isCentred: true },
  heading: { font: '黑体', size: 28 },
  text: { font: '仿宋', size: 24 },
  note: { font: '仿宋', size: 21 },
} as const satisfies Record<string, Look>;
/** Behind a paragraph, in twentieths of a point. */
const AFTER = { title: 120, heading: 120, text: 120, note: 40 } as const;
const CELL: Look = { font: '仿宋', size: 21 };
const HEAD: Look = { font: '黑体', size: 21 };

function blockXml(block: Block): string {
  if (block.kind !== 'table') return paragraph(block.text, LOOKS[block.kind], AFTER[block.kind]);
  const { head, rows, widths, joined = 0 } = block;
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
    .join('');
  const first = head
    ? `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells(head, widths, HEAD)}</w:tr>`
    : '';
  const others = rows.map((row, at) => {
    const joins = row.map((_, column) =>
      column >= joined
        ? ''
        : isAgain(rows, at, column)
          ? AGAIN
          : isAgain(rows, at + 1, column)
            ? FIRST
            : '',
    );
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells(row, widths, CELL, joins)}</w:tr>`;
  });
  // A table that ends the document, or meets another, needs a paragraph behind it.
  return `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${first}${others.join('')}</w:tbl>${paragraph('', CELL, 0)}`;
}

const FIRST = '<w:vMerge w:val="restart"/>';
const AGAIN = '<w:vMerge/>';

/** Whether a cell says what the one above it does, in a row that is alike up to it. */
function isAgain(rows: readonly (readonly string[])[], at: number, column: number): boolean {
  const [above, row] = [rows[at - 1], rows[at]];
  return above !== undefined && !!row?.slice(0, column + 1).every((text, of) => text === above[of]);
}

function cells(
  row: readonly string[],
  widths: readonly number[],
  look: Look,
  joins: readonly string[] = [],
): string {
  return row
    .map((text, at) => {
      const join = joins[at] ?? '';
      const words = paragraph(join === AGAIN ? '' : text, look, 0);
      return `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/>${join}</w:tcPr>${words}</w:tc>`;
    })
    .join('');
}

function paragraph(text: string, { font, size, isBold, isCentred }: Look, after: number): string {
  const centred = isCentred ? '<w:jc w:val="center"/>' : '';
  const bold = isBold ? '<w:b/>' : '';
  const run = `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}"/>${bold}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
  return `<w:p><w:pPr><w:spacing w:after="${after}"/>${centred}</w:pPr><w:r>${run}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r></w:p>`;
}
