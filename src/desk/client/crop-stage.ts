/** The picture of the crop dialog, as it is turned, with the frame around what is kept. */
import { LAST_CORNER } from './crop-box.ts';
import type { Box, Corner, Size } from './crop-box.ts';
import { element, newId } from './element.ts';

export interface CropStage {
  node: HTMLElement;
  /** @param turns quarter turns clockwise */
  show(box: Box, size: Size, turns: number): void;
}

/** Pixels of the picture, from where the frame was when it was taken hold of. */
export interface CropHands {
  move(from: Box, across: number, down: number): void;
  stretch(from: Box, corner: Corner, across: number, down: number): void;
}

/** Longest side of what is drawn, in pixels. */
const LONGEST = 1400;
const CORNERS: readonly Corner[] = [{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 0, y: 1 }, LAST_CORNER];
const ARROWS: Readonly<Record<string, readonly [number, number] | undefined>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function cropStage(picture: HTMLImageElement, hands: CropHands): CropStage {
  let now: Box = { left: 0, top: 0, width: 0, height: 0 };
  let whole: Size = { width: 1, height: 1 };
  let drawn = -1;
  const canvas = element('canvas', { attributes: { 'aria-hidden': 'true' } });
  const help = element(
    'p',
    { className: 'help', id: newId('crop') },
    '拖动框，或者拖它的四个角。用键盘：方向键移动，按住 Shift 再按方向键改大小。',
  );
  const corners = CORNERS.map(({ x, y }) =>
    element('span', {
      className: `corner ${y === 0 ? 'top' : 'bottom'} ${x === 0 ? 'left' : 'right'}`,
    }),
  );
  const frame = element(
    'div',
    {
      className: 'crop-frame',
      tabIndex: 0,
      attributes: { role: 'application', 'aria-label': '裁剪框', 'aria-describedby': help.id },
    },
    ...corners,
  );
  frame.addEventListener('keydown', (event) => {
    const [x, y] = ARROWS[event.key] ?? [];
    if (x === undefined || y === undefined) return;
    event.preventDefault();
    const step = Math.max(1, Math.round(Math.max(whole.width, whole.height) / 100));
    if (event.shiftKey) hands.stretch(now, LAST_CORNER, x * step, y * step);
    else hands.move(now, x * step, y * step);
  });
  frame.addEventListener('pointerdown', (down) => {
    if (down.button !== 0) return;
    const from = now;
    const corner = CORNERS[corners.indexOf(down.target as HTMLSpanElement)];
    const scale = whole.width / canvas.clientWidth;
    frame.setPointerCapture(down.pointerId);
    const follow = (event: PointerEvent) => {
      const across = (event.clientX - down.clientX) * scale;
      const below = (event.clientY - down.clientY) * scale;
      if (corner) hands.stretch(from, corner, across, below);
      else hands.move(from, across, below);
    };
    const stop = () => frame.removeEventListener('pointermove', follow);
    frame.addEventListener('pointermove', follow);
    for (const end of ['pointerup', 'pointercancel']) {
      frame.addEventListener(end, stop, { once: true });
    }
  });

  function draw(turns: number) {
    const scale = Math.min(1, LONGEST / Math.max(whole.width, whole.height));
    canvas.width = Math.max(1, Math.round(whole.width * scale));
    canvas.height = Math.max(1, Math.round(whole.height * scale));
    const { width, height } = canvas;
    const paper = canvas.getContext('2d');
    const [wide, high] = turns % 2 === 1 ? [height, width] : [width, height];
    paper?.translate(width / 2, height / 2);
    paper?.rotate((turns * Math.PI) / 2);
    paper?.drawImage(picture, -wide / 2, -high / 2, wide, high);
    drawn = turns;
  }

  return {
    node: element('div', {}, element('div', { className: 'crop-stage' }, canvas, frame), help),
    show(box, size, turns) {
      [now, whole] = [box, size];
      if (drawn !== turns) draw(turns);
      const part = (length: number, all: number): string => `${(length / all) * 100}%`;
      frame.style.left = part(box.left, size.width);
      frame.style.top = part(box.top, size.height);
      frame.style.width = part(box.width, size.width);
      frame.style.height = part(box.height, size.height);
    },
  };
}
