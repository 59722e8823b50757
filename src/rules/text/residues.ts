/** What is left of the making of a text: names of files, code, signs in place of names. */
import type { Rule } from '../../model/rule.ts';
import { linkTo } from '../../model/link-to.ts';
import { stretchAt } from '../../model/reader-text.ts';
import { matches, withNeighbours } from './text-check.ts';
import type { Hit, TextCheck } from './text-check.ts';
import type { Words } from './words.ts';

const QUALITY = '国办秘函〔2019〕19号：内容不完整、有错误的稿件，检查时扣分。';

export const pictureNameRule: Rule = {
  id: 'left/picture-name',
  level: 'stop',
  scope: 'text',
  title: '正文里的图片文件名',
  basis: '文件名留在正文里，多半是图片没有插进来。',
};

export const emptyListRule: Rule = {
  id: 'left/empty-attachment-list',
  level: 'stop',
  scope: 'text',
  title: '空的「附件：」',
  basis: '国办秘函〔2019〕19号：附件缺失，检查时扣分。',
};

export const missingAttachmentRule: Rule = {
  id: 'left/no-attachment',
  level: 'warn',
  scope: 'text',
  title: '写到而没有的附件',
  basis: '国办秘函〔2019〕19号：附件缺失，检查时扣分。',
};

export const programRule: Rule = {
  id: 'left/program',
  level: 'stop',
  scope: 'text',
  title: '网页程序的残留',
  basis: QUALITY,
};

export const garbledRule: Rule = {
  id: 'left/garbled',
  level: 'stop',
  scope: 'text',
  title: '乱码',
  basis: QUALITY,
};

export const dottedMaskRule: Rule = {
  id: 'left/crosses',
  level: 'info',
  scope: 'text',
  title: '用「×」代替的名称',
  basis: '式样里可以这样写，正文里多半是没有填写。',
};

const PICTURE =
  /[\p{Script=Han}\w()（） -]{1,40}\.(?:jpe?g|png|bmp|gif|webp|tiff?|heic)(?![\w./-])/giu;
const CAMERA = /^(?:图片?\s?\d*|IMG|DSC|微信图片|微信截图|屏幕截图|截图|mmexport|image\d|\d)/iu;

function* pictureNames(words: Words): Generator<Hit> {
  if (!/\.(?:jp|png|bmp|gif|web|tif|heic)/i.test(words.text)) return;
  for (const { 0: match, index } of words.text.matchAll(PICTURE)) {
    const name = match.trimStart();
    const at = index + match.length - name.length;
    const place = words.indexAt(at);
    const block = words.blocks[place];
    if (!block || stretchAt(block, at - words.startOf(place))?.isLink) continue;
    const isAlone = block.text.trim() === name.trim();
    yield {
      at,
      length: name.length,
      message: `正文里有图片的文件名「${name}」，图片没有插进来。`,
      fix: `要显示图片，把它放在稿件旁边，这里单独一段写 ![图片说明](${linkTo(name)})；不要的删掉。`,
      ...(!isAlone && !CAMERA.test(name) && { level: 'warn' as const }),
    };
  }
}

const LIST = /^[ \t]*附件[ \t]*\d*[ \t]*[:：][ \t]*$/gmu;
/** What ends a text: a day, or who edited it. */
const END =
  /^[\s\S]{0,40}?(?:\d{4}|[〇○零一二三四五六七八九]{4})年.{1,3}月.{1,3}日\s*$|^\s*(?:责任编辑|编辑|来源|审核|联系)/u;

function* emptyLists(words: Words): Generator<Hit> {
  if (words.facts.attachments !== 0 || !words.text.includes('附件')) return;
  for (const { 0: line, index } of words.text.matchAll(LIST)) {
    const behind = words.text.slice(index + line.length + 1);
    const next = behind.slice(0, behind.search(/\n|$/));
    if (next.trim() !== '' && !END.test(next)) continue;
    yield {
      at: index,
      length: line.length,
      message: `「${line.trim()}」后面没有附件。`,
      fix: '在稿件信息的 attachments 里写上附件；没有附件的，删掉这一行。',
    };
  }
}

const SEE = /(?:详见|请见|见|请?下载|填写)[^。；\n]{0,12}附件|（附件[一二三四五六七八九十\d]*）/gu;

function* missingAttachments(words: Words): Generator<Hit> {
  const { text, facts } = words;
  if (
    facts.attachments !== 0 ||
    !text.includes('附件') ||
    /^[ \t\u3000]*附[ \u3000]*件/mu.test(text)
  )
    return;
  const [first] = text.matchAll(SEE);
  if (!first) return;
  yield {
    at: first.index,
    length: first[0].length,
    message: `这里写着「${first[0]}」，这篇稿件却没有附件。`,
    fix: '把附件放在稿件旁边，在稿件信息里写上 attachments；附件不公开的，改掉这句话。',
  };
}

const PROGRAM =
  /&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|middot|mdash|hellip|#\d+|#x[\da-f]+);|\[object Object\]|(?<![A-Za-z])(?:undefined|NaN)(?![A-Za-z])|TRS_Editor|font-family\s*:|mso-[a-z]/giu;
const GARBLED = /锟斤拷|烫烫烫|屯屯屯|â€[^\s]?|[ÃÂ][\u0080-\u00bf]|[æçèéå][\u0080-\u00bf]{2}/gu;
// Behind no other: each of a long row would read the row to its end.
const CROSSES = /(?<!×)×{2,}(?=[省市县区局处科乡镇村]|同志|单位|公司|部门)/gu;

export const RESIDUE_CHECKS: readonly TextCheck[] = [
  { rule: pictureNameRule, isOfForm: true, find: pictureNames },
  { rule: emptyListRule, find: emptyLists },
  { rule: missingAttachmentRule, find: missingAttachments },
  {
    rule: programRule,
    find: (words) =>
      matches(words, PROGRAM, ({ 0: code }) => ({
        message: `「${code}」是网页程序的残留，会原样显示。`,
        fix: '删掉它，或者换成它本来的字。',
      })),
  },
  {
    rule: garbledRule,
    find: (words) =>
      matches(words, GARBLED, ({ 0: signs, index }) => ({
        message: `「${withNeighbours(words, index, signs.length)}」里有乱码。`,
        fix: '对照原稿重新打这几个字。',
      })),
  },
  {
    rule: dottedMaskRule,
    find: (words) =>
      matches(words, CROSSES, ({ 0: sign, index }) => ({
        message: `「${withNeighbours(words, index, sign.length)}」用「${sign}」代替了名称。`,
        fix: '是式样的不用改；是正文的，写上实际的名称。',
      })),
  },
];
