/** Why an address in a body cannot stand there, and what to write instead. */
import { addressProblem } from '../model/address-problem.ts';
import { type LinkKind, linkKind, splitFileAddress } from '../model/link-kind.ts';
import type { Rule } from '../model/rule.ts';
import { shortened } from './body-problem.ts';
import { fileKind } from './file-kind.ts';
import type { Words } from '../model/issue.ts';

/** A remedy that can be written into the file names the address that replaces the one that stands there. */
export interface AddressProblem extends Words {
  becomes?: string;
  /** Where it is a rule for addresses anywhere. */
  rule?: Rule;
}

/** @param alt the picture's caption, perhaps empty */
export function pictureProblem(url: string, alt = ''): AddressProblem | undefined {
  const caption = alt.trim() || '图片说明';
  const beside = `把图片放在稿件旁边，写成 ![${caption}](1.jpg)。`;
  const kind = linkKind(url);
  switch (kind) {
    case 'file':
      return hashProblem('图片', url) ?? backslashProblem('图片', url) ?? notPicture(url, caption);
    case 'web':
    case 'bare-host':
      return { message: `图片「${shortened(url)}」在别的网站上。`, fix: `下载下来，${beside}` };
    case 'empty':
      return { message: '图片没有写文件名。', fix: beside };
    case 'computer':
      return {
        message: `图片「${shortened(url)}」是电脑里的路径（多半是从 Word 粘贴来的），读者看不到。`,
        fix: `把图片放在稿件旁边，只写文件名：${baseName(url)}。`,
      };
    case 'forbidden':
      if (!/^\s*data:/i.test(url)) return unsafe('图片', url, kind);
      return { message: '图片是直接粘贴进来的（data:），不能用。', fix: `存成文件，${beside}` };
    default:
      return (
        unsafe('图片', url, kind) ?? {
          message: `图片「${shortened(url)}」不是图片文件。`,
          fix: beside,
        }
      );
  }
}

/** Of a link, or of a file that a component names (`mustBeFile`: a page elsewhere cannot stand in for it). */
export function linkProblem(
  url: string,
  { label, mustBeFile }: { label: string; mustBeFile: boolean },
): AddressProblem | undefined {
  const kind = linkKind(url);
  switch (kind) {
    case 'file':
      return hashProblem(mustBeFile ? '文件' : '链接', url) ?? backslashProblem('链接', url);
    case 'empty':
      return {
        message: `链接「${shortened(label)}」没有写网址。`,
        fix: '在圆括号里写网址，例如 https://www.gov.cn/；不需要链接的，只留方括号里的文字。',
      };
    case 'bare-host':
      if (mustBeFile) return notBeside(url);
      return {
        message: `链接「${shortened(url)}」少了 https://，会被当成本站的文件。`,
        fix: `写完整的网址：https://${url}。`,
      };
    case 'bare-mail':
      if (mustBeFile) return notBeside(url);
      return {
        message: `链接「${shortened(url)}」是邮箱，前面少了 mailto:。`,
        fix: `写成 mailto:${url}。`,
        becomes: `mailto:${url}`,
      };
    case 'source':
      return {
        message: `链接「${shortened(url)}」是稿件的源文件或设置文件，不会发布，读者打不开。`,
        fix: '要链接到别的稿件，打开那个页面，从地址栏复制网站名后面的部分，例如 /tzgg/202603/20260305-a/。',
      };
    case 'computer':
      return {
        message: `链接「${shortened(url)}」是电脑里的路径（多半是从 Word 粘贴来的），读者打不开。`,
        fix: `把文件放在稿件旁边，只写文件名：${baseName(url)}。`,
      };
    default:
      return unsafe('链接', url, kind) ?? (mustBeFile ? notBeside(url) : undefined);
  }
}

/** In a body a file beside it can stand where an address does. */
function unsafe(what: string, url: string, kind: LinkKind): AddressProblem | undefined {
  const problem = addressProblem(what, url, kind);
  if (kind !== 'forbidden' || !problem) return problem;
  return { ...problem, fix: '改成以 https:// 开头的网址，或者稿件旁边的文件名。' };
}

/** Another name of a file for a picture's place: readers cannot see a video or a document there. */
function notPicture(url: string, caption: string): AddressProblem | undefined {
  const { target } = splitFileAddress(url);
  const name = shortened(url);
  switch (fileKind(target)) {
    case 'video':
      return {
        message: `「${name}」是视频，不是图片。`,
        fix: `把稿件改名为 .mdx，写成 <Video src="${target}" poster="封面.jpg" title="${caption}" />；封面.jpg 是放在旁边的一张图片。`,
      };
    case 'picture':
    case 'unknown':
      return undefined;
    default:
      return {
        message: `「${name}」不是图片，不能用「!」开头的写法。`,
        fix: `去掉「!」，写成 [${caption}](${asTarget(url)})。`,
      };
  }
}

/** An address as it must stand between the round brackets of Markdown. */
export function asTarget(url: string): string {
  return /[\s()（）]/.test(url) && !/[<>]/.test(url) ? `<${url}>` : url;
}

/** `图#1.jpg` → `图%231.jpg`: a browser, and Markdown with it, ends a file's name at the `#`. */
export function withWholeName(url: string): string | undefined {
  const hash = url.indexOf('#');
  const endsAsFile = /\.[a-z\d]{2,5}$/i;
  if (hash === -1 || !endsAsFile.test(url) || endsAsFile.test(url.slice(0, hash))) return undefined;
  return url.replaceAll('#', '%23');
}

function hashProblem(what: string, url: string): AddressProblem | undefined {
  const encoded = withWholeName(url);
  if (encoded === undefined) return undefined;
  return {
    message: `${what}「${shortened(url)}」的文件名里有「#」，「#」会截断文件名。`,
    fix: `写成 ${encoded}；或者给文件改名，去掉「#」。`,
    becomes: encoded,
  };
}

function notBeside(url: string): AddressProblem {
  return {
    message: `「${shortened(url)}」不是稿件旁边的文件。`,
    fix: '把文件放在稿件旁边，只写文件名。',
  };
}

function backslashProblem(what: string, url: string): AddressProblem | undefined {
  if (!splitFileAddress(url).target.includes('\\')) return undefined;
  return {
    message: `${what}「${shortened(url)}」里有反斜杠「\\」。`,
    fix: `文件放在稿件旁边，只写文件名：${baseName(url)}。`,
  };
}

/** The file's name at the end of a path of any system. */
export function baseName(path: string): string {
  return splitFileAddress(path).target.split(/[\\/]/).at(-1) ?? path;
}
