/** Links from a body to pages of this site: does the page exist? */
import type { BodyReference } from '../model/body.ts';
import type { Issue } from '../model/issue.ts';

export interface LinkingText {
  file: string;
  references: readonly BodyReference[];
}

/**
 * @param base path under which the site lives; staff may write addresses with or without it
 * @param isKnown whether a path below the base (`zwgk/tzgg/`) is a page, or an old address that leads to one
 */
export function checkInternalLinks(
  texts: readonly LinkingText[],
  base: string,
  isKnown: (path: string) => boolean,
): Issue[] {
  return texts.flatMap(({ file, references }) =>
    references
      .filter(({ kind }) => kind === 'page')
      .filter(({ target }) => !isKnown(pathOf(target, base)))
      .map(({ target, line }) => ({
        file,
        line,
        message: `链接「${target}」不是本站的页面。`,
        fix: '打开要链接的页面，从地址栏复制网站名后面的部分；页面已经撤下的，删掉链接。',
      })),
  );
}

function pathOf(target: string, base: string): string {
  return target.startsWith(base) ? target.slice(base.length) : target.slice(1);
}
