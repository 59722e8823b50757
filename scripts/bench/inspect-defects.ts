/** Defects put into clean texts, each with the rule that is to find it: what is seeded is the same each time. */
import { isIdentity } from '../../src/model/personal-data.ts';
import type { Random } from '../../tests/support/random.ts';
import { soundsAlike, swapped, typo } from './inspect-slips.ts';
import type { Put } from './inspect-slips.ts';

export interface Defect {
  name: string;
  /** Any of these finds it. */
  rules: readonly string[];
  put: Put;
}

type Becomes = (match: RegExpExecArray, random: Random) => string | undefined;

/** One place of a pattern, exchanged. */
const at =
  (pattern: RegExp, becomes: Becomes): Put =>
  (body, random) => {
    const places = [...body.matchAll(pattern)];
    if (places.length === 0) return undefined;
    const match = random.pick(places);
    const words = becomes(match, random);
    if (words === undefined || words === match[0]) return undefined;
    return body.slice(0, match.index) + words + body.slice(match.index + match[0].length);
  };

const defect = (name: string, rule: string | readonly string[], put: Put): Defect => ({
  name,
  rules: typeof rule === 'string' ? [rule] : rule,
  put,
});

const STOP = /。/g;
const COMMA = /(?<=\p{Script=Han})，(?=\p{Script=Han})/gu;

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.between(0, 9)).join('');
}

function anIdentity(random: Random): string {
  const body = `6599${digits(random, 2)}19${random.between(50, 99)}0${random.between(1, 9)}1${random.between(0, 9)}${digits(random, 3)}`;
  return body + ([...'0123456789X'].find((last) => isIdentity(body + last)) ?? '');
}

export const DEFECTS: readonly Defect[] = [
  defect(
    '身份证号',
    'personal/identity',
    at(STOP, (_, random) => `（身份证号${anIdentity(random)}）。`),
  ),
  defect(
    '身份证号，分段',
    'personal/identity',
    at(STOP, (_, random) => `，${anIdentity(random).replace(/(.{6})(.{8})/, '$1 $2 ')}。`),
  ),
  defect(
    '手机号',
    'personal/mobile',
    at(STOP, (_, random) => `，联系电话139${digits(random, 8)}。`),
  ),
  defect(
    '手机号，全角',
    'personal/mobile',
    at(STOP, (_, random) =>
      `，电话139${digits(random, 8)}。`.replaceAll(/\d/g, (digit) =>
        String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
      ),
    ),
  ),
  defect('密级', 'leak/secret', (body) => `机密★1年\n\n${body}`),
  defect(
    '内网地址',
    ['leak/intranet', 'address/inside'],
    at(STOP, () => '，登录10.66.1.5:8080办理。'),
  ),
  defect('图片文件名', 'left/picture-name', (body) => body.replace('\n', '\n\n图1.jpg\n')),
  defect('空的附件', 'left/empty-attachment-list', (body) => `${body}\n\n附件：`),
  defect('Word 的域', 'paste/word-code', (body) => `${body}\n\n详见错误！未找到引用源。`),
  defect(
    'XX市',
    'left/unfilled',
    at(/(?<=\p{Script=Han})市/gu, () => 'XX市'),
  ),
  defect('错别字', ['text/typo', 'text/protected-phrase'], typo),
  defect('固定表述，同音字', 'text/protected-phrase', soundsAlike),
  defect('固定表述，两字颠倒', 'text/protected-phrase', swapped),
  defect(
    '职务连写',
    'text/offices-together',
    at(/(?:常委|党组书记|党委书记)、(?=局长|主任|副省长|副市长|副主席|常务)/gu, ([words]) =>
      words.slice(0, -1),
    ),
  ),
  defect(
    '月字丢失',
    'number/lost-month',
    at(
      /(?<![\d年])([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日/gu,
      ([, month, day]) => `${month}${day}日`,
    ),
  ),
  defect(
    '2月30日',
    'number/no-such-day',
    at(/\d{1,2}月\d{1,2}日/gu, () => '2月30日'),
  ),
  defect(
    '星期不对',
    'number/weekday',
    at(/(?<![年\d])\d{1,2}月\d{1,2}日/gu, () => '2026年3月5日（星期六）'),
  ),
  defect(
    '二○二一年',
    'number/year-zero',
    at(/20\d\d年/g, () => '二○二一年'),
  ),
  defect(
    '二0二一年',
    'number/year-zero',
    at(/20\d\d年/g, () => '二0二一年'),
  ),
  defect(
    '10～20%',
    'number/percent-range',
    at(/(?<![\d.～至-])\d+(?:\.\d+)?%/g, () => '10～20%'),
  ),
  defect(
    '约…左右',
    'number/approximate-twice',
    at(
      /(?<![\d.第])(\d{2,5})([人家个名次])(?=[，。的])/gu,
      ([, count, of]) => `约${count}${of}左右`,
    ),
  ),
  defect(
    '减少2倍',
    'number/fall-times',
    at(/(?:减少|下降)\d+(?:\.\d+)?%/gu, () => '减少2倍'),
  ),
  defect(
    '5百分点',
    'number/percentage-point',
    at(/个百分点/gu, () => '百分点'),
  ),
  defect(
    '[2017]47号',
    'number/document',
    at(STOP, () => '（示办发[2017]47号）。'),
  ),
  defect(
    '半角逗号',
    'punctuation/half-width',
    at(COMMA, () => ','),
  ),
  defect(
    '半角句号',
    'punctuation/half-width',
    at(/(?<=\p{Script=Han})。(?=\p{Script=Han})/gu, () => '.'),
  ),
  defect(
    '半角括号',
    'punctuation/half-width-bracket',
    at(/（(\p{Script=Han}{1,20})）/gu, ([, inner]) => `(${inner})`),
  ),
  defect(
    '破折号',
    'punctuation/dash',
    at(/(?<=\p{Script=Han})——(?=\p{Script=Han})/gu, () => '--'),
  ),
  defect(
    '省略号',
    'punctuation/ellipsis',
    at(/……/gu, () => '...'),
  ),
  defect(
    '少一半引号',
    'punctuation/unpaired',
    at(/[“”]/gu, () => ''),
  ),
  defect(
    '少一半书名号',
    'punctuation/unpaired',
    at(/[《》]/gu, () => ''),
  ),
  defect(
    '少一半括号',
    'punctuation/unpaired',
    at(/[（）]/gu, () => ''),
  ),
  defect(
    '书名号套书名号',
    'punctuation/nested-title',
    at(/〈([^〉]+)〉/gu, ([, inner]) => `《${inner}》`),
  ),
  defect(
    '重复标点',
    'punctuation/doubled',
    at(/，/gu, () => '，，'),
  ),
  defect(
    '句号加逗号',
    'punctuation/doubled',
    at(/。(?=\p{Script=Han})/gu, () => '。，'),
  ),
  defect(
    '引号里的空格',
    'punctuation/space-at-mark',
    at(/“/gu, () => '“ '),
  ),
  defect(
    '汉字间空格',
    'punctuation/space',
    at(/(?<=\p{Script=Han}{6})(?=\p{Script=Han}{6}[^\n]*[。！？])/gu, () => ' '),
  ),
  defect(
    '全角数字',
    'punctuation/full-width',
    at(/\d{2,}/g, ([number]) =>
      number.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ),
  ),
  defect(
    '的的',
    'doubled/character',
    at(/(?<![目的])的(?![的确士])/gu, () => '的的'),
  ),
  defect(
    '词语重复',
    'doubled/word',
    at(/工作|发展|建设|管理|安全|服务|推进|加强|进行/gu, ([word]) => word + word),
  ),
  defect(
    '句子重复',
    'doubled/sentence',
    at(/[^。！？\n]{20,60}。/gu, ([sentence]) => sentence + sentence),
  ),
];
