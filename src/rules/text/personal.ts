/** Numbers and addresses of persons in what readers read. Landlines are how a bureau is reached, and never told. */
import { homeAddresses, personalNumbers } from '../../model/personal-data.ts';
import type { PersonalKind, PersonalNumber } from '../../model/personal-data.ts';
import type { Rule } from '../../model/rule.ts';
import { ENTERED_BY_TWO } from '../../model/waiver-words.ts';
import type { Hit, TextCheck } from './text-check.ts';
import type { Words } from './words.ts';

const LAW =
  '《政府信息公开条例》第十五条、《个人信息保护法》第二十八条：不得公开个人隐私和敏感个人信息。';

export const identityRule: Rule = {
  id: 'personal/identity',
  level: 'stop',
  scope: 'text',
  title: '身份证号',
  basis: LAW,
};

export const mobileRule: Rule = {
  id: 'personal/mobile',
  level: 'stop',
  scope: 'text',
  title: '手机号',
  basis: LAW,
};

export const bankCardRule: Rule = {
  id: 'personal/bank-card',
  level: 'stop',
  scope: 'text',
  title: '银行卡号',
  basis: LAW,
};

export const weakMaskRule: Rule = {
  id: 'personal/weak-mask',
  level: 'warn',
  scope: 'text',
  title: '遮挡得太少的号码',
  basis: '《个人信息保护法》第五十一条：去标识化以后，别人不能再认出是谁。',
};

export const homeRule: Rule = {
  id: 'personal/home',
  level: 'warn',
  scope: 'text',
  title: '家庭住址',
  basis: '《政府信息公开条例》第十五条：公开到乡镇、街道即可，门牌号是个人隐私。',
};

export const papersRule: Rule = {
  id: 'personal/papers',
  level: 'info',
  scope: 'text',
  title: '护照号和车牌号',
  basis: LAW,
};

const MASKED: Readonly<Record<PersonalKind, readonly [string, string]>> = {
  id: ['身份证号「?」没有遮挡。', '写成「?」。'],
  'id-unsure': ['「?」像是身份证号（校验位不对）。', '核对原件；是身份证号的，写成「?」。'],
  mobile: [
    '手机号「?」没有遮挡。',
    `个人的手机号写成「?」，对外办公改用固定电话；确需公布的工作手机，${ENTERED_BY_TWO}。`,
  ],
  bank: ['银行卡号「?」没有遮挡。', '写成「?」，或者删掉。'],
  'weak-mask': [
    '「?」遮挡得太少，补上几位就能认出是谁。',
    '手机号写成 138****1234 的样子，身份证号中间至少遮挡 8 位。',
  ],
  passport: ['护照号「?」没有遮挡。', '是个人的，写成「?」。'],
  plate: ['这里写着车牌号（「?」）。', '是单位车辆、要公开的不用改；是个人车辆的，写成「?」。'],
};

/** In which there can be no asterisk. */
const OF_NAME =
  '文件换一个不带号码的名称，稿件里跟着改；链接里的号码删掉，要读者打电话的写办公室的固定电话。';

function numberCheck(rule: Rule, ...kinds: readonly PersonalKind[]): TextCheck {
  return {
    rule,
    *find(words) {
      for (const { kind, at, length, masked } of numbersOf(words)) {
        if (!kinds.includes(kind)) continue;
        const [message, fix] = MASKED[kind];
        const isName = words.blockAt(at)?.kind === 'name';
        yield {
          at,
          length,
          message: `${isName ? '文件名、网址里的' : ''}${message.replace('?', masked)}`,
          fix: isName ? OF_NAME : fix.replace('?', masked),
          ...(kind === 'id-unsure' && { level: 'warn' as const }),
        };
      }
    },
  };
}

let last: { words: Words; numbers: readonly PersonalNumber[] } | undefined;

/** Looked for once for all rules of one text. */
function numbersOf(words: Words): readonly PersonalNumber[] {
  if (last?.words !== words) last = { words, numbers: personalNumbers(words.text) };
  return last.numbers;
}

function* homes({ text }: Words): Generator<Hit> {
  for (const { at, length, masked } of homeAddresses(text)) {
    yield {
      at,
      length,
      message: `这里把住址写到了门牌（「${masked}」）。`,
      fix: '住址只写到乡镇、街道。',
    };
  }
}

export const PERSONAL_CHECKS: readonly TextCheck[] = [
  numberCheck(identityRule, 'id', 'id-unsure'),
  numberCheck(mobileRule, 'mobile'),
  numberCheck(bankCardRule, 'bank'),
  numberCheck(weakMaskRule, 'weak-mask'),
  numberCheck(papersRule, 'passport', 'plate'),
  { rule: homeRule, find: homes },
];
