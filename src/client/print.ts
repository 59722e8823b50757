/** Pictures that are further down come when the reader does; on paper they must all be there. */
import { isThin } from './line.ts';

/** Milliseconds after which a page is printed with the pictures that have come. */
const LONGEST_WAIT = 4000;

/** No telephone prints. */
const WIDEST_PHONE = 640;

/**
 * However a page is printed: not every browser waits for what it only then asks for. The first screen has been asked for; the
 * others come now. The event `load` waits for none of them (seen in Chromium): what saves a page in that moment may lack some.
 */
export function loadPicturesToPrint(): void {
  addEventListener('beforeprint', () => void pictures());
  if (innerWidth <= WIDEST_PHONE || isThin()) return;
  for (const image of document.images) if (image.offsetParent) image.loading = 'eager';
}

/** What the button does: it waits for the pictures. */
export async function printPage(): Promise<void> {
  const late = new Promise((done) => setTimeout(done, LONGEST_WAIT));
  await Promise.race([Promise.allSettled(pictures().map((image) => image.decode())), late]);
  print();
}

function pictures(): HTMLImageElement[] {
  const images = [...document.images];
  for (const image of images) image.loading = 'eager';
  return images;
}
