/** Makes the pictures of a text buttons that show them large; the viewer's script comes with the first press. */
import * as labels from '../labels/zh-CN/scripts/pictures.ts';
import { element } from './element.ts';

/** Pictures narrower than this are no larger in the viewer. */
const NARROWEST = 480;

export function showPicturesLarge(): void {
  const pictures = [...document.querySelectorAll<HTMLImageElement>('.body figure img')].filter(
    (image) => image.width >= NARROWEST || Number(image.getAttribute('width')) >= NARROWEST,
  );
  const shown = pictures.filter((image) => !image.closest('a, button'));
  const captions = shown.map(({ alt }) => alt);
  for (const [index, image] of shown.entries()) {
    const picture = image.closest('picture') ?? image;
    const name = image.alt || labels.picture(index + 1);
    const opener = element('button', { type: 'button', className: 'picture-button' });
    // The caption tells what it shows: told by button and picture as well, it would be heard three times.
    const isTold = Boolean(image.closest('figure')?.querySelector('figcaption'));
    opener.ariaLabel = isTold ? labels.enlargeTold(index + 1) : labels.enlarge + name;
    if (isTold) image.alt = '';
    picture.replaceWith(opener);
    opener.append(picture);
    opener.addEventListener('click', () => {
      void import('./picture-viewer.ts').then(({ openViewer }) =>
        openViewer(shown, captions, index, opener),
      );
    });
  }
}
