/** 裁剪和旋转: a picture with the part of it that is kept, which is moved by hand, by keys, and by numbers. */
import type { CutAsked, PictureSize } from '../files-api.ts';
import { LAST_CORNER, largest, moved, stretched, turned } from './crop-box.ts';
import type { Box, Size } from './crop-box.ts';
import { cropStage } from './crop-stage.ts';
import { deskApi, wordsOf } from './desk-api.ts';
import { CANCEL, confirmed, dialogField } from './dialogs.ts';
import { button, element } from './element.ts';
import { notice } from './notices.ts';

/**
 * What becomes of the picture is said.
 * @param id of the article
 * @param exchange shows another picture wherever the article shows this one, and says in how many places
 */
export async function cropPicture(
  id: string,
  name: string,
  exchange: (name: string, other: string) => Promise<number>,
): Promise<void> {
  try {
    const size = await deskApi.pictureSize(id, name);
    const picture = element('img', { src: deskApi.fileAddress(id, name), alt: '' });
    await picture.decode();
    const asked = await askPart(picture, size, name);
    if (!asked) return;
    const { file } = await deskApi.cut(id, name, asked);
    const count = await exchange(name, file.name);
    notice(
      'done',
      count > 0
        ? `裁好的图片是「${file.name}」，稿件里 ${count} 处换成了它。原图还在“图片和附件”里；按“撤销”换回来。`
        : `裁好的图片是「${file.name}」，在“图片和附件”里，还没有放进正文。`,
    );
  } catch (error) {
    notice('problem', `图片没有裁：${wordsOf(error)}`);
  }
}

const RATIOS: readonly (readonly [string, (size: Size) => number | undefined])[] = [
  ['自由', () => undefined],
  ['原比例', ({ width, height }) => width / height],
  ['4:3', () => 4 / 3],
  ['16:9', () => 16 / 9],
];

const SIDES = [
  ['左边去掉', 'left'],
  ['上边去掉', 'top'],
  ['宽', 'width'],
  ['高', 'height'],
] as const;

async function askPart(
  picture: HTMLImageElement,
  original: PictureSize,
  name: string,
): Promise<CutAsked | undefined> {
  let size: Size = original;
  let box = largest(size);
  let turns = 0;
  let ratioOf = RATIOS[0]?.[1];
  const ratio = (): number | undefined => ratioOf?.(size);
  const said = element('p', { className: 'strong', attributes: { role: 'status' } });
  const stage = cropStage(picture, {
    move: (from, across, down) => show(moved(from, size, across, down)),
    stretch: (from, corner, across, down) =>
      show(stretched(from, size, corner, { across, down, ratio: ratio() })),
  });
  const inputs = SIDES.map(([words, side]) => {
    const input = element('input', { type: 'number', min: '0', inputMode: 'numeric' });
    input.addEventListener('change', () => show(withSide(side, Math.round(Number(input.value)))));
    return { side, input, field: dialogField(words, input) };
  });
  const ratios = element(
    'fieldset',
    { className: 'field ratios' },
    element('legend', {}, '比例'),
    ...RATIOS.map(([words, of]) =>
      choice(words, of === ratioOf, () => {
        ratioOf = of;
        show(ratio() === undefined ? box : largest(size, ratio()));
      }),
    ),
  );

  function withSide(side: keyof Box, value: number): Box {
    const change = Number.isFinite(value) ? value - box[side] : 0;
    if (side === 'left') return moved(box, size, change, 0);
    if (side === 'top') return moved(box, size, 0, change);
    const [across, down] = side === 'width' ? [change, 0] : [0, change];
    return stretched(box, size, LAST_CORNER, { across, down, ratio: ratio() });
  }

  function turn(isClockwise: boolean) {
    const part = turned(box, size, isClockwise);
    turns = (turns + (isClockwise ? 1 : 3)) % 4;
    size = { width: size.height, height: size.width };
    const wanted = ratio();
    show(wanted === undefined || ratioOf === RATIOS[1]?.[1] ? part : largest(size, wanted));
  }

  function restore() {
    turns = 0;
    size = original;
    ratioOf = RATIOS[0]?.[1];
    const first = ratios.querySelector('input');
    if (first) first.checked = true;
    show(largest(size));
  }

  function show(part: Box) {
    box = part;
    stage.show(box, size, turns);
    for (const { side, input } of inputs) input.value = String(box[side]);
    said.textContent = isUntouched()
      ? `原图 ${size.width}×${size.height} 像素`
      : `留下 ${box.width}×${box.height} 像素，原图 ${original.width}×${original.height}`;
  }

  const isUntouched = (): boolean =>
    turns === 0 && box.width === size.width && box.height === size.height;
  show(box);
  const answer = await confirmed({
    title: `裁剪和旋转「${name}」`,
    isWide: true,
    content: [
      stage.node,
      element(
        'div',
        { className: 'crop-turns' },
        button('向左转', () => turn(false)),
        button('向右转', () => turn(true)),
        button('恢复原图', restore),
      ),
      ratios,
      element('div', { className: 'crop-sides' }, ...inputs.map(({ field }) => field)),
      said,
    ],
    choices: [
      CANCEL,
      {
        value: 'cut',
        words: '保存',
        kind: 'main',
        refuse: () => (isUntouched() ? '还没有裁，也没有转。' : undefined),
      },
    ],
  });
  return answer === undefined ? undefined : { ...box, turns };
}

function choice(words: string, isChosen: boolean, choose: () => void): HTMLElement {
  const input = element('input', { type: 'radio', name: 'ratio', checked: isChosen });
  input.addEventListener('change', choose);
  return element('label', { className: 'check' }, input, words);
}
