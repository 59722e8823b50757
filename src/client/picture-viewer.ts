/**
 * A picture as large as the window, with the others of the text one key, click or swipe away. What fills the window is a page
 * to its reader: the way back closes it, and so does a tap beside the picture.
 */
import * as labels from '../labels/zh-CN/scripts/viewer.ts';
import { element } from './element.ts';

/** A finger that moves this far sideways turns the page, in CSS pixels. */
const SWIPE = 50;

/**
 * @param images the pictures of the text
 * @param captions what is told of each
 * @param start which of them to show
 * @param opener gets the focus back when the viewer is closed; in a gallery the slide that was shown last
 */
export function openViewer(
  images: readonly HTMLImageElement[],
  captions: readonly string[],
  start: number,
  opener: HTMLElement,
): void {
  // On a slow line a picture is pressed again before this file has come.
  if (document.querySelector('.viewer')) return;
  const dialog = element('dialog', { className: 'viewer', ariaLabel: labels.viewer });
  const frame = element('div', { className: 'viewer-picture' });
  const caption = element('p', { className: 'viewer-caption' });
  caption.setAttribute('aria-live', 'polite');
  let place = start;
  /** Towards the next one: to the right, or in Uyghur to the left. */
  const forward = document.dir === 'rtl' ? -1 : 1;
  const show = (to: number) => {
    place = (to + images.length) % images.length;
    const image = images[place];
    if (!image) return;
    frame.replaceChildren(largest(image));
    const number = images.length > 1 ? labels.place(place + 1, images.length) : '';
    caption.textContent = (captions[place] ?? '') + number;
  };
  const buttons = element('p', { className: 'viewer-buttons' });
  const add = (textContent: string, run: () => void) => {
    const button = element('button', { type: 'button', textContent });
    button.addEventListener('click', run);
    buttons.append(button);
  };
  if (images.length > 1) {
    add(labels.previous, () => show(place - 1));
    add(labels.next, () => show(place + 1));
  }
  add(labels.close, () => dialog.close());
  dialog.append(frame, caption, buttons);
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') show(place - forward);
    if (key === 'ArrowRight') show(place + forward);
  });
  turnBySwipe(frame, (by) => show(place + by * forward));
  frame.addEventListener('click', (event) => {
    // The second click of two in a row was for the picture in the text.
    if (event.detail < 2 && isBeside(frame.querySelector('img'), event)) dialog.close();
  });
  const closeByWayBack = () => dialog.close();
  addEventListener('popstate', closeByWayBack, { once: true });
  dialog.addEventListener('close', () => {
    removeEventListener('popstate', closeByWayBack);
    dialog.remove();
    const returnFocus = () =>
      (images[place]?.closest<HTMLElement>('.gallery button') ?? opener).focus();
    if (!isOpenIn(history.state)) return returnFocus();
    // Closed otherwise, the step that was added to the history is taken back, before the slide is noted in the address.
    addEventListener('popstate', returnFocus, { once: true });
    history.back();
  });
  document.body.append(dialog);
  show(start);
  history.pushState({ viewer: true }, '');
  dialog.showModal();
}

const isOpenIn = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'viewer' in state;

/** Whether a click was on none of what is seen of the picture, which is as large as its box has room for. */
function isBeside(image: HTMLImageElement | null, { clientX, clientY }: MouseEvent): boolean {
  if (!image || image.naturalWidth === 0) return true;
  const { left, top, width, height } = image.getBoundingClientRect();
  const scale = Math.min(width / image.naturalWidth, height / image.naturalHeight);
  const [fromMiddleX, fromMiddleY] = [clientX - left - width / 2, clientY - top - height / 2];
  return (
    Math.abs(fromMiddleX) > (image.naturalWidth * scale) / 2 ||
    Math.abs(fromMiddleY) > (image.naturalHeight * scale) / 2
  );
}

/** The same picture, free to take its largest rendition; the line below tells what it shows. */
function largest(image: HTMLImageElement): Element {
  const copy = (image.closest('picture') ?? image).cloneNode(true);
  if (!(copy instanceof Element)) return image;
  for (const part of [copy, ...copy.querySelectorAll('*')]) {
    if (part.hasAttribute('sizes')) part.setAttribute('sizes', '100vw');
    part.removeAttribute('loading');
    if (part instanceof HTMLImageElement) part.alt = '';
  }
  return copy;
}

/** One finger turns; two are the browser's, which zooms. */
function turnBySwipe(frame: HTMLElement, turn: (by: number) => void): void {
  let from: number | undefined;
  frame.addEventListener('touchstart', ({ touches }) => {
    const isZoomed = (visualViewport?.scale ?? 1) > 1;
    from = touches.length === 1 && !isZoomed ? touches[0]?.clientX : undefined;
  });
  frame.addEventListener('touchend', ({ changedTouches }) => {
    const to = changedTouches[0]?.clientX;
    if (from === undefined || to === undefined || Math.abs(to - from) < SWIPE) return;
    turn(to < from ? 1 : -1);
  });
}
