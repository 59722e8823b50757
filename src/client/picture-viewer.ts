/** A picture as large as the window, with the others of the text one key, click or swipe away. */
import * as labels from '../labels/zh-CN/scripts/viewer.ts';
import { element } from './element.ts';

/** A finger that moves this far sideways turns the page, in CSS pixels. */
const SWIPE = 50;

/**
 * @param images the pictures of the text
 * @param start which of them to show
 * @param opener gets the focus back when the viewer is closed
 */
export function openViewer(
  images: readonly HTMLImageElement[],
  start: number,
  opener: HTMLElement,
): void {
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
    caption.textContent = image.alt + number;
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
  dialog.addEventListener('close', () => {
    dialog.remove();
    opener.focus();
  });
  document.body.append(dialog);
  show(start);
  dialog.showModal();
}

/** The same picture, free to take its largest rendition. */
function largest(image: HTMLImageElement): Element {
  const copy = (image.closest('picture') ?? image).cloneNode(true);
  if (!(copy instanceof Element)) return image;
  for (const part of [copy, ...copy.querySelectorAll('*')]) {
    if (part.hasAttribute('sizes')) part.setAttribute('sizes', '100vw');
    part.removeAttribute('loading');
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
