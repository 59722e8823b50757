/** waivers.yaml (豁免): findings that stand, why, who answers for it, and until when. */
import { z } from 'zod';
import { beijingDay, text, words } from './fields.ts';
import { maskPersonal } from './personal-data.ts';
import { fail } from './schema-issues.ts';
import { simpleName } from './simple-names.ts';

/** What two persons must have looked at. */
const BY_TWO = /^(?:personal|leak)\/|^attachment\/(?:personal|leak)$|^text\/protected-phrase$/;
/** Their findings each show one number, masked. */
const NUMBERS = /^personal\/(?:mobile|identity|bank-card|weak-mask)$/;
/** One finding tells many places, of which a waiver names each. */
const PLACES = /^attachment\/(?:personal|leak)$/;
/** Four digits or more beside what is hidden. */
const MASKED = /^(?=.*\*)(?=(?:\D*\d){4})[^\p{L}]*[\dXx*]+[^\p{L}]*$/u;
/** A number turned into letters is found again by trying all numbers. */
const HASH = /(?<![\da-z])(?=\d*[a-f])[\da-f]{16,}(?![\da-z])|^[\w+/]{22,}={0,2}$/i;

export const waiversSchema = z.array(
  z
    .strictObject({
      rule: text(60).meta({
        title: '规则',
        description: '规则的编号，例如 personal/mobile，见 npm run check -- --format json。',
      }),
      article: text(100).meta({
        title: '稿件',
        description: '稿件编号；单页写 pages/名称，专题写 topics/名称。',
      }),
      /** Of several findings those that say this; all where it is left out */
      words: text(60)
        .optional()
        .meta({ title: '原话', description: '只豁免写着这几个字的一处，照提示里遮挡后的写。' }),
      reason: text(200).meta({ title: '理由', description: '为什么可以这样，一句话。' }),
      person: words.meta({ title: '批准人', description: '姓名，两位之间用顿号。' }),
      until: beijingDay.meta({ title: '有效期', description: '到哪一天为止，例如 2026-12-31。' }),
    })
    .superRefine(({ rule, person, words: said = '', reason }, context) => {
      const at = (field: string): Parameters<typeof fail>[0] => ({
        addIssue: (issue) => context.addIssue({ ...issue, path: [field] }),
      });
      if (person.length === 0) fail(at('person'), '没有写批准人。', '写上批准人的姓名。');
      const nameless = person.find((name) => nameAlone(name) === '');
      if (nameless !== undefined) {
        const fix = '写批准人的姓名，例如 person: 张三、李四。';
        fail(at('person'), `「${maskPersonal(nameless)}」不是姓名。`, fix);
      } else if (BY_TWO.test(rule) && new Set(person.map(nameAlone)).size < 2) {
        fail(
          at('person'),
          `「${rule}」要两个人批准，这里只有${person.length === 0 ? '零' : '一'}个。`,
          '请第二个人看过以后，把两个人的姓名都写上，例如 person: 张三、李四。',
        );
      }
      if (NUMBERS.test(rule) && !MASKED.test(said.normalize('NFKC'))) {
        fail(
          at('words'),
          said === ''
            ? `「${rule}」只能豁免写明的一个号码，这里没有写 words。`
            : `「${rule}」只能豁免写明的一个号码，「${maskPersonal(said)}」看不出是哪一个。`,
          '照提示里遮挡后的样子写，至少露出四个数字，例如 words: "138****1234"。',
        );
      }
      if (PLACES.test(rule) && said === '') {
        fail(
          at('words'),
          `「${rule}」只能豁免写明的一处，这里没有写 words。`,
          '照提示里「」中遮挡后的样子写，例如 words: "138****1234"；有几处的，一处写一条。',
        );
      }
      for (const [field, value] of [
        ['words', said],
        ['reason', reason],
        ['person', person.join('、')],
      ] as const) {
        if (maskPersonal(value) !== value) {
          fail(
            at(field),
            `这里写着完整的号码「${maskPersonal(value)}」。`,
            field === 'person' ? '只写姓名。' : '照提示里遮挡后的样子写。',
          );
        }
        if (HASH.test(value)) {
          fail(
            at(field),
            '这里像是号码的散列值（一串字母数字），能反推出号码。',
            '照提示里遮挡后的样子写，例如 138****1234。',
          );
        }
      }
    }),
);

/** 张 三, 张三同志, 张三（办公室）, 張三 and 张三 are one person; '' of what is no name. */
function nameAlone(name: string): string {
  return simpleName(name.normalize('NFKC').replaceAll(/\([^)]*\)?|【[^】]*】?|\[[^\]]*\]?/gu, ''))
    .replaceAll(/[^\p{L}]/gu, '')
    .replace(/(?:同志|先生|女士|(?:副?(?:局长|处长|科长|主任)))$/u, '')
    .toLowerCase();
}

/** A waiver (豁免). */
export type Waiver = z.output<typeof waiversSchema>[number];
