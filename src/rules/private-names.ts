/** Numbers of persons where no text is judged: in names that become addresses, and in the bureau's settings. */
import { personalNumbers } from '../model/personal-data.ts';
import type { PersonalKind } from '../model/personal-data.ts';
import { privateWordsOfOther } from '../model/private-words.ts';
import type { Finding, Issue } from '../model/issue.ts';
import { found } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import type { YamlPath } from '../model/yaml-text.ts';

const LAW =
  '《政府信息公开条例》第十五条、《个人信息保护法》第二十八条：不得公开个人隐私和敏感个人信息。';

export const privateNameRule: Rule = {
  id: 'personal/name',
  level: 'stop',
  scope: 'file',
  title: '名称里的号码',
  basis: LAW,
};

export const privateSettingRule: Rule = {
  id: 'personal/setting',
  level: 'stop',
  scope: 'site',
  title: '设置里的号码',
  basis: LAW,
};

interface Setting {
  file: string;
  value: unknown;
  lineOf(path: YamlPath): number;
}

/** A text or file whose name is seen, as staff see its path. */
export interface Named {
  file: string;
  /** The part of the path that becomes an address. */
  name: string;
}

const CALLED: Readonly<Partial<Record<PersonalKind, string>>> = {
  id: '身份证号',
  mobile: '手机号',
  bank: '银行卡号',
};
/** Most names say the day and a few words: fewer digits are no number of a person. */
const MANY_DIGITS = /(?:\p{N}\P{N}{0,4}){11}/u;

/** @param redirects old addresses, which stay on the site, and where they lead */
export function checkPrivateNames(
  named: Iterable<Named>,
  settings: readonly Setting[],
  redirects?: Setting,
): Issue[] {
  return [
    ...found(privateNameRule, [...named].flatMap(ofName)),
    ...found(privateSettingRule, [
      ...settings.flatMap(ofSetting),
      ...(redirects ? ofRedirects(redirects) : []),
    ]),
  ];
}

function ofName({ file, name }: Named): Finding[] {
  if (!MANY_DIGITS.test(name)) return [];
  return numbersOf(name).map(([called, masked]) => ({
    file,
    message: `名称里有${called}「${masked}」，网址里也会有。`,
    fix: '换一个不带号码的名称；已经发布过的，请网站管理员把旧网址也去掉，不要转到新网址。',
  }));
}

function ofSetting({ file, value, lineOf }: Setting): Finding[] {
  return stringsIn(value, []).flatMap(([path, text]) =>
    numbersOf(text).map(([called, masked, kind]) => ({
      file,
      line: lineOf(path),
      // A bureau without a telephone of its own may have a mobile for everybody: settings cannot be waived.
      level: kind === 'mobile' ? ('warn' as const) : undefined,
      message: `这里写着${called}「${masked}」，网页上会有。`,
      fix: '删掉号码；对外联系写办公室的固定电话。单位公开的值班手机可以留着。',
    })),
  );
}

function ofRedirects({ file, value, lineOf }: Setting): Finding[] {
  return stringsIn(value, []).flatMap(([path, address]) => {
    // There may be a hundred thousand.
    const words =
      MANY_DIGITS.test(address) || address.includes('%') ? privateWordsOfOther(address) : [];
    return words.flatMap(numbersOf).map(([called, masked, kind]) => ({
      file,
      line: lineOf(path),
      level: kind === 'mobile' ? ('warn' as const) : undefined,
      message: `地址里有${called}「${masked}」，网站上会有。`,
      fix: '是个人号码的，删掉这一条（旧地址从此打不开）；是新地址里的，改成不带号码的地址。不是号码的不用改。',
    }));
  });
}

function numbersOf(
  text: string,
): (readonly [called: string, masked: string, kind: PersonalKind])[] {
  return personalNumbers(text).flatMap(({ kind, masked }) => {
    const called = CALLED[kind];
    return called === undefined ? [] : [[called, masked, kind] as const];
  });
}

function stringsIn(value: unknown, path: YamlPath): (readonly [YamlPath, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    stringsIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
