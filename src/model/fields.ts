/** Field types shared by the schemas: all begin with text, because YAML is read as text. */
import { z } from 'zod';
import { addressProblem } from './address-problem.ts';
import { calendarDay } from './calendar.ts';
import { linkKind } from './link-kind.ts';
import { fail } from './schema-issues.ts';

/** Text on one line, without the spaces around it; an empty value counts as missing. */
export function text(maximum = 500) {
  return z
    .string()
    .transform((value) => value.trim())
    .superRefine((value, context) => {
      if (value === '') fail(context, '这一项是空的。', '请填写内容，用不到就删掉这一行。');
      if (value.length > maximum) {
        fail(context, `这一项有 ${value.length} 个字，超过 ${maximum} 个字。`, '请缩短。');
      }
      if (/[<>]/.test(value) && /<\/?[a-z!]/i.test(value)) {
        fail(context, `这一项里有网页代码：「${value}」。`, '只写文字，删掉尖括号里的代码。');
      }
    });
}

/** `true`/`false`, or 是/否 as staff may write. */
export const yesOrNo = z.string().transform((value, context) => {
  const word = value.trim().toLowerCase();
  if (['true', 'yes', '是'].includes(word)) return true;
  if (['false', 'no', '否'].includes(word)) return false;
  fail(context, `这一项写的是「${value.trim()}」。`, '只能写 true（是）或 false（否）。');
  return z.NEVER;
});

/** A list, or words parted by 、，, ; or spaces on one line. */
export const words = z
  .union([z.string().transform((value) => value.split(/[、，,;；]/)), z.array(z.string())])
  .transform((list) => list.map((word) => word.trim()).filter((word) => word !== ''));

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
  fail(context, result.message, result.fix);
  return z.NEVER;
});

/** An http(s) address. */
export const webAddress = z.string().transform((value, context) => {
  const address = value.trim();
  const kind = linkKind(address);
  if (kind === 'web') return address;
  const { message, fix } = addressProblem('网址', address, kind) ?? {
    message: `网址「${address}」写得不完整。`,
    fix: '请写完整的网址，例如 https://www.gov.cn/。',
  };
  fail(context, message, fix);
  return z.NEVER;
});

/** A file name beside the article, without a folder. */
export const fileName = z.string().transform((value, context) => {
  const name = value.trim().replace(/^\.\//, '');
  if (name !== '' && !/[\\/:]/.test(name) && !name.startsWith('.')) return name;
  fail(
    context,
    `文件名「${value.trim()}」带有路径。`,
    '把文件放在稿件旁边，这里只写文件名，例如 附件1.docx。',
  );
  return z.NEVER;
});
