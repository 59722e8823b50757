/** Addresses in a sentence whose signs are Chinese, parted or in disorder (`http：//www。x。gov。cn`): no link, or a wrong one. */
import type { Root, Text } from 'mdast';
import { SKIP, visit } from './visit.ts';
import { linkKind } from '../model/link-kind.ts';
import type { Rule } from '../model/rule.ts';
import { editAt, editWithin } from './body-edit.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';

export const typedAddressRule: Rule = {
  id: 'markdown/typed-address',
  level: 'warn',
  scope: 'text',
  title: '写在句子里的网址',
  basis: '写法不对的网址点不开。',
};

/** What may be an address: asked before the text is read more closely. */
export const TYPED_ADDRESS =
  /h[tp]{2,4}s?[ \u3000]*[:：;；/／]|(?:www|ｗｗｗ)[ \u3000]*[.．。｡,，]|[＠@]/iu;

const LETTER = String.raw`[A-Za-z\d\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]`;
const LABEL = `${LETTER}(?:[${LETTER.slice(1, -1)}-]{0,62})`;
const DOT = String.raw`[ \u3000]?[.．。｡][ \u3000]?`;
const SCHEME = String.raw`(?<scheme>h[tp]{2,4}s?)[ \u3000]*(?:[:：;；][ \u3000]*(?:[/／\\]{1,3}[:：]?|(?=www))|[/／]{1,2}[:：]{1,2}[/／]{0,2}|[/／]{2})[ \u3000]*`;
const HOST = String.raw`(?<host>(?:(?:ｗｗｗ|${LABEL}|\p{Script=Han}{1,20})${DOT}){1,6}(?:${LABEL}|政务))`;
const PATH = String.raw`(?<path>[:/／?#][!-;=?-[\]^-~／]*)?`;
const ADDRESS = new RegExp(
  String.raw`(?<![\dA-Za-z/.@＠-])(?:${SCHEME}|(?=(?:www|ｗｗｗ)[ \u3000]?[.．。｡]))${HOST}${PATH}`,
  'giu',
);
const MAIL = new RegExp(String.raw`(?<![\w.+~/-])(?<name>[\w.+-]{1,64})[@＠]${HOST}`, 'giu');
/** `http://a.cnhttp://a.cn/`: one pasted behind another. In a path one may stand on purpose. */
const GLUED =
  /(?<![\dA-Za-z])https?:\/\/[^\s/?#\u3000-\uffef]*(?<second>https?:\/\/[!-;=?-[\]^-~]+)/giu;
/** The ends of hosts that are read as such beyond doubt. */
const TOP = /^(?:cn|com|net|org|政务)$/i;
const NUMBERS = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** @param tree as it was parsed, while lines are still what was written */
export function inspectTypedAddresses(tree: Root, body: string): BodyProblem[] {
  if (!TYPED_ADDRESS.test(body)) return [];
  const problems: BodyProblem[] = [];
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'linkReference') return SKIP;
    if (node.type === 'text') problems.push(...mistyped(node, body), ...glued(node));
    return undefined;
  });
  return problems;
}

function mistyped(node: Text, body: string): BodyProblem[] {
  const found = [...node.value.matchAll(ADDRESS), ...node.value.matchAll(MAIL)];
  return found.flatMap((match) => {
    const read = rightAddress(match);
    if (!read || read.right === read.written) return [];
    const { written, right } = read;
    const start = (node.position?.start.offset ?? 0) + match.index;
    // A quotation's second line stands elsewhere in the source.
    const edit = editAt(body, start, written, right) ?? editWithin(body, node, written, right);
    const what = match.groups?.['name'] === undefined ? '网址' : '邮箱';
    return [
      {
        line: lineOf(node) + node.value.slice(0, match.index).split('\n').length - 1,
        level: 'warn',
        message: `${what}「${shortened(written)}」的写法不对，读者点不开。`,
        fix: `写成 ${right}。`,
        ...(edit && { edit }),
      },
    ];
  });
}

/** Two may be meant, or one: it is asked. */
function glued(node: Text): BodyProblem[] {
  return [...node.value.matchAll(GLUED)].map(({ 0: match, groups, index }) => {
    const second = withoutTrail(groups?.['second'] ?? '');
    const written = withoutTrail(match);
    return {
      line: lineOf(node) + node.value.slice(0, index).split('\n').length - 1,
      level: 'warn',
      message: `网址「${shortened(written)}」里有两个网址连在一起，读者点不开。`,
      fix: `是同一个网址写了两遍，只写 ${second}；是两个网址，中间加一个空格或顿号。`,
    };
  });
}

interface Read {
  written: string;
  right: string;
}

/** The address that is meant, or undefined where it is none, or in order. */
function rightAddress({ 0: match, groups = {} }: RegExpMatchArray): Read | undefined {
  const { scheme, host: whole = '', path: behind = '', name } = groups;
  const parts = hostParts(whole);
  const host = parts.map((part, index) => (index % 2 === 1 ? '.' : narrow(part))).join('');
  if (!TOP.test(narrow(parts.at(-1) ?? '')) && !NUMBERS.test(host)) return undefined;
  const cut = whole.slice(parts.join('').length);
  const path = cut === '' ? withoutTrail(behind).replaceAll('／', '/') : '';
  const length = match.length - cut.length - behind.length + (cut === '' ? path.length : 0);
  const written = match.slice(0, length);
  if (name !== undefined) return { written, right: `${name}@${host}` };
  if (scheme === undefined) return { written, right: host + path };
  const right = `${/s$/i.test(scheme) ? 'https' : 'http'}://${host}${path}`;
  // Capitals are no mistake.
  if (right.toLowerCase() === written.toLowerCase()) return undefined;
  return linkKind(right) === 'web' ? { written, right } : undefined;
}

/** Labels and the dots between them; what follows a whole host behind a Chinese full stop is the next sentence. */
function hostParts(host: string): string[] {
  const parts = host.split(/([ \u3000]?[.．。｡][ \u3000]?)/u);
  for (let index = 2; index < parts.length - 1; index += 2) {
    const [label = '', dot, next = ''] = parts.slice(index, index + 3);
    const goesOn = dot === '.' || (/^(?:com|net|org)$/i.test(label) && /^cn$/i.test(next));
    if (TOP.test(narrow(label)) && !goesOn) return parts.slice(0, index + 1);
  }
  return parts;
}

/** Without the marks that end the sentence. */
function withoutTrail(path: string): string {
  return path.replace(/[!"'*,.:;?_~)]+$/, '');
}

/** Full-width letters and digits as the usual ones. */
function narrow(text: string): string {
  return text.normalize('NFKC');
}
