/** What was written twice: a character, a word, a sentence. */
import type { Rule } from '../../model/rule.ts';
import { exchange, withNeighbours } from './text-check.ts';
import type { Hit, TextCheck } from './text-check.ts';
import type { Words } from './words.ts';

const QUALITY = '国办秘函〔2019〕19号：内容有错误的稿件，检查时扣分。';

export const doubledCharacterRule: Rule = {
  id: 'doubled/character',
  level: 'warn',
  scope: 'text',
  title: '重复的字',
  basis: QUALITY,
};

export const doubledWordRule: Rule = {
  id: 'doubled/word',
  level: 'warn',
  scope: 'text',
  title: '重复的词',
  basis: QUALITY,
};

export const doubledSentenceRule: Rule = {
  id: 'doubled/sentence',
  level: 'warn',
  scope: 'text',
  title: '重复的句子',
  basis: QUALITY,
};

/** Words that join others, and what beside them makes a pair of them right: 目的的, 的的确确, 温和和. */
const JOINING: Readonly<Record<string, readonly [before: string, behind: string]>> = {
  的: ['目有标众打靶中', '确士黎'],
  了: ['为受除罢明终一', '解结然望不断'],
  和: ['饱总缓柔共平谐暖祥温曾亲调中随附谦人讲求议', '平谐睦气美顺田解善缓弦声'],
  在: ['实现正存潜内外所自', '线场建校读编册家职此这他本京中朝座'],
  是: ['但就可于还只都不若也正总凡要便倒实像更国', '非否'],
  与: ['参给赋授付', '会日时世众'],
  为: ['以化作行认成变转无人沦', '民国人实中群'],
  对: ['面针应绝相反校核一比敌成派质作配查结', '方外口手话联接标照歌华俄于台港美日非'],
  把: ['', '关脉握手'],
  被: ['棉', ''],
  将: ['大上中少主', '军来士领相会'],
  及: ['以普涉触波企', '时'],
  从: ['服', ''],
  由: ['自理缘', ''],
  以: ['所可足加予得用难何', '色人及上下往来前后军方为此点一习高案更民钱身少学新'],
  并: ['合', ''],
  也: ['', ''],
  而: ['', ''],
  且: ['而', ''],
  或: ['', ''],
};
const JOINING_TWICE = new RegExp(`([${Object.keys(JOINING).join('')}])\\1`, 'gu');

function* characters(words: Words): Generator<Hit> {
  for (const { 0: twice, 1: sign = '', index } of words.text.matchAll(JOINING_TWICE)) {
    const [before = '', behind = ''] = JOINING[sign] ?? [];
    const [last, next] = [words.text[index - 1] ?? '\n', words.text[index + 2] ?? '\n'];
    if (before.includes(last) || behind.includes(next) || last === sign || next === sign) continue;
    yield {
      at: index,
      length: twice.length,
      ...exchange(`「${withNeighbours(words, index, 2)}」里「${sign}」写了两次。`, sign),
    };
  }
}

/** Of two characters only what no verb is: 研究研究 and 商量商量 are good Chinese. */
const NOUNS = new Set(
  '工作 管理 发展 建设 服务 单位 部门 人员 会议 活动 项目 机关 政府 安全 检查 生产 我们 他们 全国 全省 全市 进行 开展 加强 推进 落实 通过 以及 对于 关于 根据 按照 提高 提升 确保 要求 问题 情况 责任 制度 机制 体系 能力 水平 群众 干部 党员 企业 社会 经济 文化 教育 生态 环境 资源 中国 国家 中央 同志 书记 主任 局长 市长 省长 领导 组织 实施 完成 实现 保障 支持 促进 积极 深入 认真 切实 全面'.split(
    ' ',
  ),
);
const LONGEST_WORD = 8;
const HAN = /^\p{Script=Han}+$/u;
const COUNTS = /^一[个件项步点次年月天批户家村代]/u;
const JOINS = /^[和与及同的了在是]|[和与及同的了在是]$/u;

function* repeatedWords({ text }: Words): Generator<Hit> {
  for (let size = 2; size <= LONGEST_WORD; size += 1) {
    let same = 0;
    for (let at = 0; at + size < text.length; at += 1) {
      same = text.charCodeAt(at) === text.charCodeAt(at + size) ? same + 1 : 0;
      if (same < size) continue;
      same = 0;
      const start = at - size + 1;
      const word = text.slice(start, start + size);
      if (!isRepeated(word, text.slice(start - 1, start))) continue;
      yield {
        at: start,
        length: 2 * size,
        ...exchange(`「${word}」写了两次。`, word),
      };
    }
  }
}

function isRepeated(word: string, before: string): boolean {
  if (!HAN.test(word) || new Set(word).size === 1) return false;
  if (word.length === 2) return NOUNS.has(word) && !(word === '中国' && before === '新');
  return !COUNTS.test(word) && !JOINS.test(word);
}

const SHORTEST_SENTENCE = 18;
const LONGEST_SENTENCE = 200;
/** Characters before the ends of two sentences that must be the same before more is compared. */
const TAIL = 10;

/** A piece of at least 18 characters that ends a sentence, and stands there once more. */
function* sentences(words: Words): Generator<Hit> {
  const { text } = words;
  const ends = new Map<string, number>();
  for (let end = text.indexOf('。'); end !== -1; end = text.indexOf('。', end + 1)) {
    const tail = text.slice(end - TAIL, end);
    const before = ends.get(tail);
    ends.set(tail, end);
    if (before === undefined) continue;
    const size = end - before;
    if (size < SHORTEST_SENTENCE || size > LONGEST_SENTENCE) continue;
    const piece = text.slice(before + 1, end + 1).trim();
    if (!text.slice(0, before + 1).endsWith(piece)) continue;
    // A summary may say what the text begins with.
    if (words.blockAt(before)?.kind !== words.blockAt(end)?.kind) continue;
    yield {
      at: before + 1,
      length: size,
      message: `「${piece.slice(0, 20)}…」这一句写了两次。`,
      fix: '删掉一次。',
    };
  }
}

export const DOUBLED_CHECKS: readonly TextCheck[] = [
  { rule: doubledCharacterRule, find: characters },
  { rule: doubledWordRule, find: repeatedWords },
  { rule: doubledSentenceRule, find: sentences },
];
