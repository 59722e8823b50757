/** Small real files of the kinds that offices attach: Word, Excel and PDF, made by hand. */
import { crc32, deflateRawSync } from 'node:zlib';

/** A Word file of these paragraphs. */
export function aWordFile(paragraphs: readonly string[]): Buffer {
  return aZip(
    wordParts(paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')),
  );
}

/** The parts of a Word file. @param body the XML of its paragraphs */
export function wordParts(body: string): Record<string, string> {
  return {
    '[Content_Types].xml': contentTypes('word/document.xml', 'wordprocessingml.document.main+xml'),
    '_rels/.rels': relations('officeDocument', 'word/document.xml'),
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  };
}

/** An Excel file of one sheet; its cells are all text. */
export function anExcelFile(rows: readonly (readonly string[])[]): Buffer {
  return aZip(excelParts(sheetOf(rows)));
}

function sheetOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string, row: number, column: number) =>
    `<c r="${String.fromCodePoint(65 + column)}${row + 1}" t="inlineStr"><is><t>${text}</t></is></c>`;
  return rows
    .map((cells, row) => {
      return `<row r="${row + 1}">${cells.map((text, column) => cell(text, row, column)).join('')}</row>`;
    })
    .join('');
}

/** The parts of an Excel file. @param sheet the XML of its rows */
export function excelParts(sheet: string): Record<string, string> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return {
    '[Content_Types].xml': contentTypes('xl/workbook.xml', 'spreadsheetml.sheet.main+xml'),
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${OFFICE}/relationships"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
  };
}

/** What a PDF has beside its line: entries of its parts, and objects from the seventh on. */
export interface PdfExtras {
  catalog?: string;
  page?: string;
  /** Of the page, beside its font F. */
  resources?: string;
  info?: string;
  /** Operators around the line, which stands for `$`. */
  content?: string;
  /** What the line is changed into, as programs change it: behind what was there. */
  becomes?: string;
  objects?: readonly string[];
}

/** A PDF of one line, in a font that every reader has and that names its characters by a standard table. */
export function aPdfFile(
  line: string,
  {
    catalog = '',
    page = '',
    resources = '',
    info = '',
    content = '$',
    becomes,
    objects: more = [],
  }: PdfExtras = {},
): Buffer {
  const stream = (text: string): string =>
    pdfStream(
      '',
      content.replace('$', () => pdfLine(text)),
    );
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>${resources}>>${page}>>`,
    stream(line),
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>',
    ...more,
  ];
  let file = '%PDF-1.5\n';
  const places = new Map<number, number>();
  const put = (object: string, number: number): void => {
    places.set(number, file.length);
    file += `${number} 0 obj\n${object}\nendobj\n`;
  };
  const size = objects.length + 1;
  /** Closes what was put since the last time. @param before where the table before this one stands */
  const close = (before?: number): number => {
    const at = file.length;
    const lines = [...places].map(
      ([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`,
    );
    const previous = before === undefined ? '' : `/Prev ${before}`;
    file += `xref\n0 1\n0000000000 65535 f \n${lines.join('')}trailer\n<</Size ${size}/Root 1 0 R/Info<<${info}>>${previous}>>\nstartxref\n${at}\n%%EOF\n`;
    places.clear();
    return at;
  };
  for (const [at, object] of objects.entries()) put(object, at + 1);
  const first = close();
  if (becomes !== undefined) {
    put(stream(becomes), 4);
    close(first);
  }
  return Buffer.from(file, 'latin1');
}

/** Shows a line in the font F of its page. */
export function pdfLine(text: string): string {
  return `BT /F 12 Tf 20 100 Td <${Buffer.from(text, 'utf16le').swap16().toString('hex')}> Tj ET`;
}

/** A stream as an object of a PDF. */
export function pdfStream(entries: string, text: string): string {
  return `<<${entries}/Length ${text.length}>>\nstream\n${text}\nendstream`;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

function contentTypes(part: string, kind: string): string {
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}"/></Types>`;
}

function relations(kind: string, target: string): string {
  return `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/relationships/${kind}" Target="${target}"/></Relationships>`;
}

/** A zip as it is written by the book. */
export function aZip(
  contents: Readonly<Record<string, string | Buffer>>,
  { isDeflated = false, flags = 0 }: { isDeflated?: boolean; flags?: number } = {},
): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(contents)) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(content)];
    const packed = isDeflated ? deflateRawSync(bytes) : bytes;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(isDeflated ? 8 : 0, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed]);
    directory.push(Buffer.from('PK\x01\x02\x14\0'), common, place, name);
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const count = Object.keys(contents).length;
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(count % 65_536, 8);
  end.writeUInt16LE(count % 65_536, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}
