/** What is not for everybody: marks of secret and internal papers, places in the bureau's own network, passwords. */
import { leaksIn } from '../../model/leaks.ts';
import type { LeakKind } from '../../model/leaks.ts';
import type { Rule } from '../../model/rule.ts';
import type { TextCheck } from './text-check.ts';

export const secretRule: Rule = {
  id: 'leak/secret',
  level: 'stop',
  scope: 'text',
  title: '密级和不公开的标记',
  basis: '国办秘函〔2019〕19号：泄露国家秘密、不公开的内容单项否决。',
};

export const intranetRule: Rule = {
  id: 'leak/intranet',
  level: 'stop',
  scope: 'text',
  title: '内部网络的地址',
  basis: '《互联网政务应用安全管理规定》：内部系统的地址、文件路径不对外公布，读者也打不开。',
};

export const passwordRule: Rule = {
  id: 'leak/password',
  level: 'stop',
  scope: 'text',
  title: '密码',
  basis: '《互联网政务应用安全管理规定》：账号、密码不对外公布。',
};

const SAID: Readonly<Record<LeakKind, readonly [Rule, (shown: string) => string, string]>> = {
  mark: [
    secretRule,
    (shown) => `这里写着「${shown}」。`,
    '先核实能不能公开：不能公开的整篇撤下，已经解密、可以公开的删去这个标记。',
  ],
  intranet: [
    intranetRule,
    (shown) => `「${shown}」是单位内部的地址。`,
    '删掉它；要读者办理的，写对外的网址。',
  ],
  password: [
    passwordRule,
    (shown) => `这里写着密码（「${shown}」）。`,
    '删掉密码，已经公布过的马上更换。',
  ],
};

export const LEAK_CHECKS: readonly TextCheck[] = Object.entries(SAID).map(
  ([kind, [rule, message, fix]]) => ({
    rule,
    *find({ text }) {
      for (const leak of leaksIn(text)) {
        if (leak.kind !== kind) continue;
        const { at, length, shown } = leak;
        yield { at, length, message: message(shown), fix };
      }
    },
  }),
);
