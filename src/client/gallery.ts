/**
 * Turns the slides of a gallery (图集, `src/markdown/gallery.ts`): by buttons, by ← and →, by thumbnails. Swiping is scrolling, and needs no
 * script. The address says which picture is shown, so that it can be sent to somebody.
 */
import { place as placeOf } from '../labels/zh-CN/scripts/gallery.ts';

const gallery = document.querySelector<HTMLElement>('.gallery');
const strip = gallery?.querySelector<HTMLElement>('.slides');
if (gallery && strip) turnSlides(gallery, strip);

function turnSlides(gallery: HTMLElement, strip: HTMLElement): void {
  const slides = [...strip.querySelectorAll<HTMLElement>(':scope > figure')];
  const thumbs = [...gallery.querySelectorAll<HTMLElement>('.gallery-thumbs a')];
  const status = gallery.querySelector('[role="status"]');
  const buttons = [...gallery.querySelectorAll<HTMLElement>('[data-turn]')];
  let place = 0;
  /** Towards the next one: to the right, or in Uyghur to the left. */
  const forward = document.dir === 'rtl' ? -1 : 1;

  const show = (to: number, isTurned: boolean): void => {
    place = to;
    if (status) status.textContent = placeOf(to + 1, slides.length);
    for (const button of buttons) {
      const isEnd = slides[to + Number(button.dataset['turn'])] === undefined;
      button.setAttribute('aria-disabled', String(isEnd));
    }
    for (const [index, thumb] of thumbs.entries()) {
      thumb.setAttribute('aria-current', String(index === to));
    }
    const row = thumbs[to]?.parentElement;
    if (row) row.scrollLeft = (thumbs[to]?.offsetLeft ?? 0) - row.clientWidth / 2;
    // Whoever turns the page waits for no picture.
    for (const near of [to - 1, to + 1]) {
      const image = slides[near]?.querySelector('img');
      if (image) image.loading = 'eager';
    }
    if (isTurned) history.replaceState(history.state, '', `#tu-${to + 1}`);
  };
  const go = (to: number): void => {
    const slide = slides[to];
    if (slide) strip.scrollLeft = slide.offsetLeft - (slides[0]?.offsetLeft ?? 0);
  };
  const shown = (): number => Math.round(Math.abs(strip.scrollLeft) / strip.clientWidth) || 0;

  for (const button of buttons) {
    button.addEventListener('click', () => go(place + Number(button.dataset['turn'])));
  }
  for (const [index, thumb] of thumbs.entries()) {
    thumb.addEventListener('click', (event) => {
      event.preventDefault();
      go(index);
    });
  }
  gallery.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -forward, ArrowRight: forward }[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(place + by);
  });
  strip.addEventListener('scroll', () => {
    const now = shown();
    if (now !== place && slides[now]) show(now, true);
  });
  show(shown(), false);
}
