/** Field types shared by the schemas: all begin with text, because YAML is read as text. */
import { z } from 'zod';
import { addressProblem } from './address-problem.ts';
import { calendarDay } from './calendar.ts';
import { linkKind } from './link-kind.ts';
import { plainText } from './plain-text.ts';
import { fail } from './schema-issues.ts';
import { controlProblem, textProblem } from './text-problem.ts';

/** Text on one line, as it was meant; an empty value counts as missing. */
export function text(maximum = 500) {
  return z
    .string()
    .transform(plainText)
    .superRefine((value, context) => {
      if (value === '') fail(context, '这一项是空的。', '请填写内容，用不到就删掉这一行。');
      const length = lengthOf(value);
      if (length > maximum) {
        fail(context, `这一项有 ${length} 个字，超过 ${maximum} 个字。`, '请缩短。');
      }
      const problem = textProblem(value);
      if (problem) fail(context, problem.message, problem.fix, problem.change);
    });
}

/** In 字: three letters of Uyghur or Kazakh say what one character says. */
function lengthOf(value: string): number {
  const all = [...value];
  const letters = all.filter((letter) => /\p{Script=Arabic}/u.test(letter)).length;
  return all.length - letters + Math.ceil(letters / 3);
}

/** `true`/`false`, or 是/否 as staff may write. */
export const yesOrNo = z.string().transform((value, context) => {
  const word = value.trim().toLowerCase();
  if (['true', 'yes', '是'].includes(word)) return true;
  if (['false', 'no', '否'].includes(word)) return false;
  fail(context, `这一项写的是「${value.trim()}」。`, '只能写 true（是）或 false（否）。');
  return z.NEVER;
});

const LONGEST_WORD = 40;
const MOST_WORDS = 30;

/** A list, or words parted by 、，,; or their like on one line. */
export const words = z
  .union([z.string().transform((value) => value.split(/[、，,;；،؛\n]/)), z.array(z.string())])
  .transform((list) => list.map(plainText).filter((word) => word !== ''))
  .superRefine((list, context) => {
    const long = list.find((word) => lengthOf(word) > LONGEST_WORD);
    if (long) {
      fail(
        context,
        `这一项里的「${long}」超过 ${LONGEST_WORD} 个字。`,
        '几个之间用顿号「、」分开；一整句话不要写在这里。',
      );
    }
    if (list.length > MOST_WORDS) {
      fail(context, `这一项写了 ${list.length} 个，超过 ${MOST_WORDS} 个。`, '只留最重要的几个。');
    }
    for (const word of list) {
      const problem = textProblem(word);
      if (problem) fail(context, problem.message, problem.fix, problem.change);
    }
  });

/** A whole number within bounds. */
export function wholeNumber(minimum: number, maximum: number) {
  return z.string().transform((value, context) => {
    const number = Number(value.trim());
    if (Number.isInteger(number) && number >= minimum && number <= maximum) return number;
    fail(context, `这一项写的是「${value}」。`, `请写 ${minimum} 到 ${maximum} 之间的整数。`);
    return z.NEVER;
  });
}

/** A day, or a day and minute, of Beijing time: `2026-03-05`, `2026-03-05 10:30`. */
export const beijingTime = z.string().transform((value, context) => {
  const result = calendarDay(value.trim());
  if ('text' in result) return result.text;
  const { message, fix, becomes } = result;
  fail(context, message, fix, becomes === undefined ? undefined : { was: value.trim(), becomes });
  return z.NEVER;
});

/** A day of Beijing time, without a time. */
export const beijingDay = beijingTime.superRefine((value, context) => {
  const day = value.slice(0, 10);
  if (day === value) return;
  fail(context, `这一项写的是「${value}」，只写到日，不写时间。`, `请写成 ${day}。`);
});

/** Browsers and servers go no further; a file system's names hold 255 bytes, 85 Han characters. */
const LONGEST_ADDRESS = 2000;
const LONGEST_NAME = 255;

/** An http(s) address. */
export const webAddress = z.string().transform((value, context) => {
  const address = value.trim();
  if (address.length > LONGEST_ADDRESS) {
    const message = `这一项有 ${address.length} 个字，超过 ${LONGEST_ADDRESS} 个字。`;
    fail(context, message, '重新从浏览器的地址栏复制网址。');
    return z.NEVER;
  }
  const kind = linkKind(address);
  if (kind === 'web') return address;
  const { rule, message, fix } = addressProblem('网址', address, kind) ?? {
    rule: undefined,
    message: `网址「${address}」写得不完整。`,
    fix: '请写完整的网址，例如 https://www.gov.cn/。',
  };
  fail(context, message, fix, undefined, rule);
  return z.NEVER;
});

/** A file name beside the article, without a folder. */
export const fileName = z.string().transform((value, context) => {
  const name = value.trim().replace(/^\.\//, '');
  const problem = controlProblem(name);
  if (problem) {
    fail(context, problem.message, problem.fix, problem.change);
    return z.NEVER;
  }
  if (Buffer.byteLength(name) > LONGEST_NAME) {
    const message = `这一项有 ${[...name].length} 个字，没有文件能叫这么长的名字。`;
    fail(context, message, '把文件改成短一些的名字，这里照着写。');
    return z.NEVER;
  }
  if (name !== '' && !/[\\/:]/.test(name) && !name.startsWith('.')) return name;
  fail(
    context,
    `文件名「${value.trim()}」带有路径。`,
    '把文件放在稿件旁边，这里只写文件名，例如 附件1.docx。',
  );
  return z.NEVER;
});
