/** Links from a body to pages of this site: does the page exist, and will it? */
import { pathBelow } from '../model/base-path.ts';
import type { BodyReference } from '../model/body.ts';
import type { Issue, Words } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';

export const deadLinkRule: Rule = {
  id: 'link/dead',
  level: 'stop',
  scope: 'site',
  title: '本站的链接',
  basis: '国办秘函〔2019〕19号：链接打不开，检查时扣分。',
};

export const passingLinkRule: Rule = {
  id: 'link/passing',
  level: 'warn',
  scope: 'site',
  title: '指向未发布、会失效的稿件的链接',
  basis: '链接到时候会变成文字，早知道才来得及改。',
};

export interface LinkingText {
  file: string;
  references: readonly BodyReference[];
  /** When the text itself is first and last on the site, where it is an article. */
  date?: string;
  expires?: string | undefined;
}

/** An article as a page that readers may or may not find. */
export interface LinkedArticle {
  /** Why it is not on the site now; undefined while it is. */
  hidden: 'draft' | 'future' | 'expired' | 'withdrawn' | undefined;
  date: string;
  expires?: string | undefined;
}

/** What is on the site, and what will be. Paths are below the base: `zwgk/tzgg/`. */
export interface SitePaths {
  /** Path under which the site lives; staff may write addresses with or without it. */
  base: string;
  /** Whether a path is a page that is there now, or an old address that leads to one. */
  isKnown(path: string): boolean;
  /** The article at a path that is not on the site now, or not for ever. */
  article(path: string): LinkedArticle | undefined;
}

/** A dead link stops; one that is not alive yet, or not for ever, is told before it fails. */
export function checkInternalLinks(
  texts: readonly LinkingText[],
  { base, isKnown, article }: SitePaths,
): Issue[] {
  return texts.flatMap((text) =>
    text.references
      .filter(({ kind }) => kind === 'page')
      .flatMap(({ target, line }): Issue[] => {
        const path = pathBelow(base, target);
        const linked = article(path);
        if (!linked && !isKnown(path)) {
          return [ruled(deadLinkRule, { file: text.file, line, ...dead(target) })];
        }
        // An address that leads somewhere now is alive, whoever else will have it.
        const isTaken = linked?.hidden !== undefined && isKnown(path);
        const words = linked && !isTaken ? passing(target, linked, text) : undefined;
        return words ? [ruled(passingLinkRule, { file: text.file, line, ...words })] : [];
      }),
  );
}

/** The links of a text that lead to articles which are not on the site now, as they are written. */
export function hiddenLinks(
  { references }: LinkingText,
  { base, isKnown, article }: SitePaths,
): string[] {
  return references
    .filter(({ kind, target }) => {
      const path = pathBelow(base, target);
      return kind === 'page' && article(path)?.hidden !== undefined && !isKnown(path);
    })
    .map(({ target }) => target);
}

function dead(target: string): Words {
  return {
    message: `链接「${target}」不是本站的页面。`,
    fix: '打开要链接的页面，从地址栏复制网站名后面的部分；页面已经撤下的，删掉链接。',
  };
}

/** What is to be known of a link to an article that is not always there; undefined while it is there as long as the text. */
function passing(target: string, linked: LinkedArticle, text: LinkingText): Words | undefined {
  const { hidden, date, expires } = linked;
  const plain = '这里只显示文字，点不开';
  if (hidden === 'draft') {
    return {
      message: `链接「${target}」指向的稿件还是草稿，${plain}。`,
      fix: '发布那篇稿件后会自动变成链接；不准备发布的，删掉链接，只留文字。',
    };
  }
  if (hidden === 'expired') {
    return {
      message: `链接「${target}」指向的稿件 ${expires ?? ''} 已经失效，${plain}。`,
      fix: '删掉链接，只留文字，或者换成别的页面。',
    };
  }
  if (hidden === 'withdrawn') {
    return {
      message: `链接「${target}」指向的稿件已经撤下，${plain}。`,
      fix: '删掉链接，只留文字，或者换成别的页面。',
    };
  }
  if (hidden === 'future' && (text.date === undefined || date > text.date)) {
    return {
      message: `链接「${target}」指向的稿件 ${date} 才发布，在那以前${plain}。`,
      fix: '到时候会自动变成链接，可以不改；现在就要能点开的，先发布那一篇。',
    };
  }
  if (expires !== undefined && (text.expires === undefined || text.expires > expires)) {
    return {
      message: `链接「${target}」指向的稿件到 ${expires} 失效，从那时起${plain}。`,
      fix: '到时候会自动变成文字，可以不改；要一直能点开的，删掉那篇稿件的 expires，或者换成别的页面。',
    };
  }
  return undefined;
}
