/** What is said of addresses that would be lost, with the commands that keep them. */
import type { Issue } from '../../model/issue.ts';
import { monthOf } from '../../model/article-name.ts';
import { nearest } from '../../model/nearest.ts';
import { ruled } from '../../model/rule.ts';
import type { LedgerSources, PastLine } from './judge-ledger.ts';
import type { KnownArticles } from './standing.ts';
import { newcomers } from './newcomers.ts';
import { isArticleOwner } from './ledger-line.ts';
import { lostAddressRule, reusedNameRule, takenBackRule } from './ledger-rules.ts';

/** One for all addresses of an owner that is not there any more. */
export function lostIssue(
  owner: string,
  lines: readonly PastLine[],
  { site, file, articles }: LedgerSources,
): Issue {
  const page = lines.findLast(({ address }) => address.endsWith('/') && !isListPage(address));
  const { address, number: line } = page ?? lines[0] ?? { address: '/', number: 1 };
  const others = lines.length > 1 ? `（连同它的附件、列表一共 ${lines.length} 个地址）` : '';
  const report = (what: string, ways: readonly string[]): Issue =>
    ruled(lostAddressRule, {
      file,
      line,
      message: `「${address}」发布过，现在打不开了${others}：${what}。`,
      fix: ways.join('\n'),
    });
  if (isArticleOwner(owner)) {
    const name = page?.address.split('/').at(-2) ?? owner;
    const meant = nearest(name, publishedIn(monthOf(name), articles));
    return report(`找不到稿件「${name}」`, [
      `改过名的：npm run rename ${name} ${meant ?? '现在的名称'}${meant ? '（或别的现在的名称）' : ''}`,
      `撤下、删掉的：npm run withdraw -- ${name} --reason "原因"，那里会留一页说明。`,
    ]);
  }
  if (owner.startsWith('column:')) {
    const slug = owner.slice('column:'.length);
    const parent = address.replace(/[^/]+\/$/, '');
    return report(`找不到栏目「${slug}」`, [
      `改过地址的：npm run rename-column ${slug} 现在的slug`,
      `并到别处、不再要的，在 content/redirects.yaml 里写它转到哪里：\n- from: ${rooted(site.base, address)}\n  to: ${rooted(site.base, parent)}`,
    ]);
  }
  const what =
    owner === 'file' ? '找不到这个文件' : `找不到${kindOf(owner)}「${owner.replace(/^\w+:/, '')}」`;
  return report(what, [
    `移到别处的，在 content/redirects.yaml 里写它转到哪里：\n- from: ${rooted(site.base, address)}\n  to: /`,
    `撤下的：npm run withdraw -- ${address}`,
  ]);
}

function kindOf(owner: string): string {
  if (owner.startsWith('column:')) return '栏目';
  return owner.startsWith('topic:') ? '专题' : '单页';
}

const months = new WeakMap<KnownArticles, Map<string, string[]>>();

/** Ids of a month: there may be as many lost addresses as articles. */
function publishedIn(month: string, articles: KnownArticles): readonly string[] {
  const known = months.get(articles) ?? Map.groupBy(publishedIds(articles), monthOf);
  months.set(articles, known);
  return known.get(month) ?? [];
}

function publishedIds(articles: KnownArticles): string[] {
  return [...articles].flatMap(([id, { state }]) => (state === 'published' ? [id] : []));
}

function isListPage(address: string): boolean {
  return /\/page\/\d+\/$/.test(address);
}

/** As it is written in redirects.yaml: from the host's root. */
function rooted(base: string, address: string): string {
  return base + address.slice(1);
}

/** A published article that is a draft again, or dated to the future. */
export function takenBackIssue(
  id: string,
  lines: readonly PastLine[],
  { articles, file }: LedgerSources,
): Issue[] {
  const { article, state } = articles.get(id) ?? {};
  const [first] = lines;
  if (!article || !first) return [];
  const { address, number: line } = lines.find((each) => each.address.endsWith('/')) ?? first;
  const withdraw = `要撤下的：npm run withdraw -- ${id} --reason "原因"，那里会留一页说明。`;
  const [what, keep] =
    state === 'draft'
      ? ['又写了 draft: true', '不撤下的：删掉 draft 这一行。']
      : [
          `发布日期（date）改成了以后的 ${article.date ?? ''}`,
          '不撤下的：把 date 改回原来发布的时间。',
        ];
  const message = `稿件 ${article.file} 发布过，${what}，「${address}」会打不开。`;
  // Told of the ledger: what is told of a draft stops nobody.
  return [ruled(takenBackRule, { file, line, message, fix: `${keep}\n${withdraw}` })];
}

/** A name that was another's first. */
export function reusedIssue(
  owner: string,
  names: readonly string[],
  { articles, path, file: ledger }: LedgerSources,
): Issue[] {
  const shown = names.map((name) => `「${name.replace(/^\w+:/, '')}」`).join('、');
  const fix = '后来的那个换一个名称：原来的名称还要转到先来的那里。';
  if (!isArticleOwner(owner)) {
    const message = `${kindOf(owner)}${shown}有一个用了别人原来的名称。`;
    return [ruled(reusedNameRule, { file: ledger, message, fix })];
  }
  // Where the first name is nobody's, two colleagues renamed one article, and a merge kept both.
  const same = names.includes(owner)
    ? ''
    : '是同一篇（两个人各改了名，git 合并成了两份）的：留下一份，另一份删掉。\n是两篇的：';
  const readable = names.flatMap((name) => articles.get(name)?.article ?? []);
  return newcomers(readable, { path, file: ledger }).map(({ id, file }) => {
    const message = `稿件${shown}有一篇用了另一篇原来的名称，它的地址和浏览次数会乱。`;
    return ruled(reusedNameRule, {
      file,
      message,
      fix: `${same}${fix}例如 npm run rename ${id} ${id}-2`,
    });
  });
}
