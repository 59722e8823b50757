/** Whether what a line of redirects.yaml leads to is there. */
import { belowBase } from '../model/base-path.ts';
import type { Issue, Words } from '../model/issue.ts';
import { nearest } from '../model/nearest.ts';
import { readOldAddress } from '../model/old-address.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { bareAddress, foldCase, queryKey } from './address-key.ts';
import type { Claims } from './claims.ts';
import { mayBeListPage } from './list-page.ts';
import type { RedirectEnd } from './old-addresses.ts';
import type { HostAddress } from './redirect-target.ts';
import type { Site } from './site.ts';

export const targetRule: Rule = {
  id: 'old-address/target',
  level: 'stop',
  scope: 'site',
  title: '旧地址的去处',
  basis: '国办秘函〔2019〕19号：链接打不开，检查时扣分。',
};

export const loopRule: Rule = {
  id: 'old-address/loop',
  level: 'stop',
  scope: 'site',
  title: '绕成圈的旧地址',
  basis: '来回跳转的地址打不开。',
};

export const notYetRule: Rule = {
  id: 'old-address/not-yet',
  level: 'warn',
  scope: 'site',
  title: '去处还没有发布的旧地址',
  basis: '旧地址暂时打不开，要让单位知道。',
};

/** One that is unread has problems of its own: that something leads to it is none. */
export type ArticleState = 'published' | 'hidden' | 'unread';

type TargetProblem = Words & Pick<Issue, 'rule' | 'level'>;

export function targetIssue(redirect: {
  from: string;
  to: string;
  end: RedirectEnd;
  claims: Claims;
  site: Site;
  /** All articles by id. */
  isKnown: ReadonlyMap<string, ArticleState>;
}): TargetProblem | undefined {
  const { from, to, end, claims, site, isKnown } = redirect;
  if ('elsewhere' in end) return undefined;
  if ('problem' in end) return ruled(targetRule, end.problem);
  if ('loop' in end) {
    const way = [from, ...end.loop].map((address) => `「${address}」`).join(' → ');
    const message = `旧地址绕成了圈：${way}。`;
    return ruled(loopRule, { message, fix: '把其中一个的 to 改成现在的页面。' });
  }
  if ('article' in end) return articleIssue(end.article, to, isKnown);
  const below = belowBase(site.base, end.here.path);
  const owner = below === undefined ? undefined : claims.owner(below);
  // An address of this host outside of the site is another system's.
  if (below === undefined) return isItself(from, end.here) ? itselfWords(from, to) : undefined;
  const isThere =
    owner &&
    bareAddress(owner.path) === bareAddress(below.normalize('NFC')) &&
    !owner.path.endsWith('/') &&
    mayBeListPage(site, below);
  if (isThere) return owner.isHidden ? notYet(to) : undefined;
  const meant =
    owner && !owner.path.endsWith('/') && bareAddress(owner.path) !== bareAddress(below);
  return ruled(targetRule, {
    message: `新地址「${to}」不是本站的页面或文件。`,
    fix: meant
      ? `是不是「/${bareAddress(owner.path)}」？大小写要一样。`
      : '打开要去的页面，从地址栏复制网站名后面的部分；去别的网站，写 https:// 开头的完整网址。',
  });
}

/** Servers find an old address in any case of its letters: it would be asked for again and again. */
function isItself(from: string, { path, query }: HostAddress): boolean {
  const old = readOldAddress(from);
  if (foldCase(old.path) !== foldCase(path.normalize('NFC'))) return false;
  return old.query === undefined || queryKey(foldCase(old.query)) === queryKey(foldCase(query));
}

function itselfWords(from: string, to: string): TargetProblem {
  return ruled(loopRule, {
    message: `旧地址「${from}」和新地址「${to}」只差大小写，会来回跳转。`,
    fix: '删掉这一条。',
  });
}

function articleIssue(
  id: string,
  to: string,
  isKnown: ReadonlyMap<string, ArticleState>,
): TargetProblem | undefined {
  const state = isKnown.get(id);
  if (state) return state === 'hidden' ? notYet(to) : undefined;
  const meant = nearest(id, [...isKnown.keys()]);
  return ruled(targetRule, {
    message: `新地址「${to}」不是稿件编号，也不是网址。`,
    fix: meant ? `是不是「${meant}」？` : '写稿件编号、以 / 开头的路径，或完整网址。',
  });
}

/** What is not on the site today must not stop the others. */
function notYet(to: string): TargetProblem {
  return ruled(notYetRule, {
    message: `新地址「${to}」的稿件现在不在网站上，这个旧地址暂时打不开。`,
    fix: '稿件发布以后自动生效；稿件已经撤下的，改成别的页面。',
  });
}
