/** Names of units: two names for one, and names that are no longer in use. */
import type { Rule } from '../../model/rule.ts';
import type { Hit, TextCheck } from './text-check.ts';
import type { Words } from './words.ts';

export const twoNamesRule: Rule = {
  id: 'unit/two-names',
  level: 'warn',
  scope: 'text',
  title: '同一单位的两个名称',
  basis: '单位名称用全称或规范的简称，一篇稿件里前后一致。',
};

export const formerNameRule: Rule = {
  id: 'unit/former-name',
  level: 'warn',
  scope: 'text',
  title: '单位原来的名称',
  basis: '机构改革以后用新的名称；原来的名称和停用的日子见 content/units.yaml。',
};

/** The right-hand one is the other with a word left out. */
const ENDINGS = [
  ['管理局', '局'],
  ['管理中心', '中心'],
  ['服务中心', '中心'],
  ['管理处', '处'],
] as const;
/** Characters before an ending that two units do not share by chance. */
const STEM = 5;
/** 21家社区卫生中心 are many units, and no one's name. */
const COUNTED = /[\d一二三四五六七八九十百千万几多余各][家个所处]/u;

function* twoNames({ text }: Words): Generator<Hit> {
  if (/简称|以下称/u.test(text)) return;
  for (const [long, short] of ENDINGS) {
    const stems = new Set<string>();
    for (let at = text.indexOf(long); at !== -1; at = text.indexOf(long, at + 1))
      if (at >= STEM) stems.add(text.slice(at - STEM, at));
    for (const stem of stems) {
      const at = /^\p{Script=Han}+$/u.test(stem) ? text.indexOf(stem + short) : -1;
      if (at === -1 || COUNTED.test(text.slice(at - 1, at + 2))) continue;
      yield {
        at,
        length: STEM + short.length,
        message: `「…${stem}${short}」和「…${stem}${long}」在一篇稿件里都有，像是同一个单位。`,
        fix: `核对全称，写成一样的；是简称的，第一次写全称时加上「（以下简称…）」。`,
      };
    }
  }
}

function* formerNames({ text, facts }: Words): Generator<Hit> {
  for (const { name, former = [] } of facts.bureau.units) {
    for (const { name: old, until } of former) {
      if (facts.day === undefined || facts.day <= until || name.includes(old)) continue;
      for (let at = text.indexOf(old); at !== -1; at = text.indexOf(old, at + old.length)) {
        const before = text.slice(Math.max(0, at - 4), at);
        if (/(?:原|前身是?|曾用名|曾称|[（(]原)$/u.test(before)) continue;
        yield {
          at,
          length: old.length,
          message: `「${old}」从 ${until} 以后已经不用，现在叫「${name}」。`,
          fix: `改成「${name}」；说的是以前的，写「原${old}」。`,
        };
      }
    }
  }
}

export const UNIT_CHECKS: readonly TextCheck[] = [
  { rule: twoNamesRule, isStyle: true, find: twoNames },
  { rule: formerNameRule, isStyle: true, find: formerNames },
];
