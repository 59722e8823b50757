/** The addresses in a body: which files they name, and which of them cannot work. */
import type { Definition, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { BodyReference } from '../model/body.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { bodyComponents } from './components.ts';
import { linkKind, splitFileAddress } from '../model/link-kind.ts';

/** An address as staff wrote it. */
interface Address {
  kind: BodyReference['kind'];
  url: string;
  line: number;
  /** Of a Markdown picture: its caption, perhaps empty. A component's is an attribute of its own. */
  alt?: string;
  /** Of a component: a page elsewhere can't stand in for a file. */
  mustBeFile?: true;
  /** Of a component: the file is shown as a table. */
  table?: true;
}

/** Lines of both are counted from the body's first. */
export function inspectAddresses(tree: Root): {
  problems: BodyProblem[];
  references: BodyReference[];
} {
  const problems: BodyProblem[] = [];
  const references: BodyReference[] = [];
  for (const address of addressesOf(tree)) {
    const { kind, url, line } = address;
    const found = linkKind(url);
    const { target } = splitFileAddress(url);
    if (found === 'file')
      references.push({ kind, target, line, ...(address.table ? { table: true } : {}) });
    if (found === 'page') references.push({ kind: 'page', target, line });
    const problem = kind === 'picture' ? pictureProblem(address) : linkProblem(address);
    if (problem) problems.push({ line, ...problem });
    if (address.alt?.trim() === '' && !url.startsWith('data:'))
      problems.push(withoutCaption(address));
  }
  return { problems, references };
}

function addressesOf(tree: Root): Address[] {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => void definitions.set(node.identifier, node));
  const addresses: Address[] = [];
  visit(tree, (node) => void addresses.push(...addressesIn(node, definitions)));
  return addresses;
}

function addressesIn(node: Nodes, definitions: ReadonlyMap<string, Definition>): Address[] {
  const line = lineOf(node);
  switch (node.type) {
    case 'image':
      return [{ kind: 'picture', url: node.url, line, alt: node.alt ?? '' }];
    case 'imageReference': {
      const url = definitions.get(node.identifier)?.url;
      return url === undefined ? [] : [{ kind: 'picture', url, line, alt: node.alt ?? '' }];
    }
    case 'link':
      return [{ kind: 'file', url: node.url, line }];
    case 'linkReference': {
      const url = definitions.get(node.identifier)?.url;
      return url === undefined ? [] : [{ kind: 'file', url, line }];
    }
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.attributes.flatMap((attribute) => {
        if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') return [];
        const names = bodyComponents.get(node.name ?? '')?.attributes.get(attribute.name)?.names;
        if (!names || attribute.value.trim() === '') return [];
        const at = attribute.position ? lineOf(attribute) : line;
        const named = { url: attribute.value, line: at, mustBeFile: true } as const;
        return names === 'table'
          ? [{ ...named, kind: 'file', table: true }]
          : [{ ...named, kind: names }];
      });
    default:
      return [];
  }
}

type Problem = Omit<BodyProblem, 'line'>;

function pictureProblem({ url, alt }: Address): Problem | undefined {
  const beside = `把图片放在稿件旁边，写成 ![${alt || '图片说明'}](1.jpg)。`;
  switch (linkKind(url)) {
    case 'file':
      return backslashProblem('图片', url);
    case 'web':
    case 'bare-host':
      return { message: `图片「${shortened(url)}」在别的网站上。`, fix: `下载下来，${beside}` };
    case 'computer':
      return {
        message: `图片「${shortened(url)}」是电脑里的路径（多半是从 Word 粘贴来的），读者看不到。`,
        fix: `把图片放在稿件旁边，只写文件名：${baseName(url)}。`,
      };
    case 'forbidden':
      if (!/^data:/i.test(url)) return forbidden('图片', url);
      return { message: '图片是直接粘贴进来的（data:），不能用。', fix: `存成文件，${beside}` };
    default:
      return { message: `图片「${shortened(url)}」不是图片文件。`, fix: beside };
  }
}

function linkProblem({ url, mustBeFile }: Address): Problem | undefined {
  switch (linkKind(url)) {
    case 'file':
      return backslashProblem('链接', url);
    case 'bare-host':
      if (mustBeFile) return notBeside(url);
      return {
        message: `链接「${shortened(url)}」少了 https://，会被当成本站的文件。`,
        fix: `写完整的网址：https://${url}。`,
      };
    case 'computer':
      return {
        message: `链接「${shortened(url)}」是电脑里的路径（多半是从 Word 粘贴来的），读者打不开。`,
        fix: `把文件放在稿件旁边，只写文件名：${baseName(url)}。`,
      };
    case 'forbidden':
      return forbidden('链接', url);
    default:
      return mustBeFile && notBeside(url);
  }
}

function forbidden(what: string, url: string): Problem {
  const scheme = url.slice(0, url.indexOf(':') + 1);
  return {
    message: `${what}「${shortened(url)}」以「${scheme}」开头，不安全，不能用。`,
    fix: '改成以 https:// 开头的网址，或者稿件旁边的文件名。',
  };
}

function notBeside(url: string): Problem {
  return {
    message: `「${shortened(url)}」不是稿件旁边的文件。`,
    fix: '把文件放在稿件旁边，只写文件名。',
  };
}

function backslashProblem(what: string, url: string): Problem | undefined {
  if (!splitFileAddress(url).target.includes('\\')) return undefined;
  return {
    message: `${what}「${shortened(url)}」里有反斜杠「\\」。`,
    fix: `文件放在稿件旁边，只写文件名：${baseName(url)}。`,
  };
}

function withoutCaption({ url, line }: Address): BodyProblem {
  return {
    line,
    message: `图片「${shortened(url)}」没有说明文字。`,
    fix: `在方括号里写一句说明：![会议现场](${shortened(url)})。`,
  };
}

/** The file's name at the end of a path of any system. */
function baseName(path: string): string {
  return splitFileAddress(path).target.split(/[\\/]/).at(-1) ?? path;
}
