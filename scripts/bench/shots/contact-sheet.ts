/** Many screenshots in one picture: a row a page, a column a width. */
import sharp from 'sharp';

const GAP = 16;
/** Screenshots are shown at this part of their size, and their lower end is cut off. */
const SCALE = 0.4;
const TALLEST = 900;

/** @param rows paths of screenshots, a column for each width */
export async function writeSheet(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  file: string,
): Promise<void> {
  const columns = widths.map((width) => Math.round(width * SCALE));
  const left = (index: number): number =>
    columns.slice(0, index).reduce((sum, width) => sum + width + GAP, GAP);
  const cells: { input: Buffer; left: number; top: number }[] = [];
  let top = GAP;
  for (const row of rows) {
    let tallest = 0;
    for (const [index, path] of row.entries()) {
      const { data, info } = await cell(path, columns[index] ?? 0);
      cells.push({ input: data, left: left(index), top });
      tallest = Math.max(tallest, info.height);
    }
    top += tallest + GAP;
  }
  await sharp({
    create: { width: left(columns.length), height: top, channels: 3, background: '#8a8a8a' },
  })
    .composite(cells)
    .webp({ quality: 80 })
    .toFile(file);
}

async function cell(path: string, width: number) {
  const shrunk = await sharp(path).resize({ width }).png().toBuffer({ resolveWithObject: true });
  const height = Math.min(shrunk.info.height, TALLEST);
  return sharp(shrunk.data)
    .extract({ left: 0, top: 0, width, height })
    .png()
    .toBuffer({ resolveWithObject: true });
}
