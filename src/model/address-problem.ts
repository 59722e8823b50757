/** Why an address cannot be used, in the words of people who write articles. */
import type { Words } from './issue.ts';
import type { LinkKind } from './link-kind.ts';
import type { Rule } from './rule.ts';
import { shortened } from './shortened.ts';

export const schemeRule: Rule = {
  id: 'address/scheme',
  level: 'stop',
  scope: 'text',
  title: '不安全的地址',
  basis: 'javascript: 之类的地址会在读者的电脑上运行程序。',
};

export const misleadingAddressRule: Rule = {
  id: 'address/misleading',
  level: 'stop',
  scope: 'text',
  title: '会打开别处的地址',
  basis: '看着是一个网站、打开是另一个，或者打不开。',
};

type Problem = Words & { rule: Rule };

/**
 * The problem of an address of a kind that is dangerous or misleading wherever it stands; undefined for the kinds that
 * another place judges by what it is for.
 * @param what 链接, 图片, 网址: what it was written as
 */
export function addressProblem(what: string, address: string, kind: LinkKind): Problem | undefined {
  const quoted = `${what}「${shortened(visible(address))}」`;
  switch (kind) {
    case 'forbidden': {
      const scheme = /^[^:]*:/.exec(address.trim())?.[0] ?? '';
      return {
        rule: schemeRule,
        message: `${quoted}以「${visible(scheme)}」开头，不安全，不能用。`,
        fix: '改成以 https:// 开头的网址。',
      };
    }
    case 'malformed':
      return { rule: misleadingAddressRule, ...malformed(quoted, address.trim()) };
    case 'invisible':
      return {
        rule: misleadingAddressRule,
        message: `${quoted}里有看不见的字符（${charactersOf(address).join('、')}），会打不开。`,
        fix: `删掉这些字符，写成 ${withoutInvisible(address)}。`,
      };
    default:
      return undefined;
  }
}

function malformed(quoted: string, address: string): Words {
  const chinese = /^(https?)[:：][/／]{2}(.+)$/i.exec(address);
  if (chinese && /[：／]/.test(address.slice(0, 8))) {
    return {
      message: `${quoted}里的冒号或斜杠是中文的。`,
      fix: `改成英文的：${chinese[1] ?? ''}://${chinese[2] ?? ''}。`,
    };
  }
  const host = /^https?:\/\/[^/?#\\]*@([^/?#\\]+)/i.exec(address)?.[1];
  if (host !== undefined) {
    return {
      message: `${quoted}里有「@」，打开的其实是「${host}」。`,
      fix: '网站名前面不能有「@」，只写完整的网址，例如 https://www.gov.cn/。',
    };
  }
  if (/^mailto:/i.test(address)) {
    return {
      message: `${quoted}里没有完整的邮箱地址。`,
      fix: '写成 mailto:office@example.gov.cn 这样；不需要链接的，只留文字。',
    };
  }
  if (/^tel:/i.test(address)) {
    return {
      message: `${quoted}里没有电话号码。`,
      fix: '写成 tel:0991-1234567 这样；不需要链接的，只留文字。',
    };
  }
  const once = /^https?:\/\/[^/?#]*?(https?):?\/+(.+)$/i.exec(address);
  if (once) {
    return {
      message: `${quoted}的开头写了两遍，打不开。`,
      fix: `写成 ${once[1] ?? ''}://${once[2] ?? ''}。`,
    };
  }
  return {
    message: `${quoted}的写法不对，可能会打开别的网站。`,
    fix: '写完整的网址，例如 https://www.gov.cn/；本站的页面写成 /tzgg/ 这样，只用一个「/」开头。',
  };
}

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu;
const NAMES: ReadonlyMap<string, string> = new Map([
  ['\u3000', '全角空格'],
  ['\u00a0', '不换行空格'],
  ['\u200b', '零宽空格'],
  ['\t', '制表符'],
  ['\n', '换行'],
]);

function charactersOf(address: string): string[] {
  return [...new Set(address.match(INVISIBLE) ?? [])].map(nameOf);
}

function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return NAMES.get(character) ?? `U+${code}`;
}

function withoutInvisible(address: string): string {
  return address.replaceAll(INVISIBLE, '');
}

/** A message is one line, and what it quotes is seen. */
function visible(address: string): string {
  return address.replaceAll(INVISIBLE, (character) => (/\p{Zs}/u.test(character) ? ' ' : ''));
}
