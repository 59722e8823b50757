/** What pages show of official documents beyond the texts of their own articles, for the keys of pages. */
import type { Article } from '../model/article.ts';
import { articlePath } from './addresses.ts';
import { stateKey } from './consultations.ts';
import { interpretationsOf, originalOf, replacementOf } from './documents.ts';
import type { RegisterPage } from './register.ts';
import type { Site } from './site.ts';

/** Whether its force is over by time alone: the one thing of a document that its own file does not say. */
export function documentState({ document }: Article): string {
  return document?.until === undefined ? '' : ` ${document.status ?? ''}`;
}

/** 有效性, 相关解读, 原文 and what replaced it, as an article's page shows them; nothing where there is none. */
export function documentParts(site: Site, article: Article): string[] {
  const original = originalOf(site, article);
  const replacement = replacementOf(site, article);
  return [
    documentState(article),
    ...interpretationsOf(site, article).map((other) => `interpretation ${part(site, other)}`),
    original ? `original ${part(site, original)}` : '',
    replacement
      ? `by ${'number' in replacement ? replacement.number : part(site, replacement.article)}`
      : '',
  ].filter((each) => each !== '');
}

/** What a page of a register shows. */
export function registerParts(site: Site, { name, label, groups, parts }: RegisterPage): string[] {
  return [
    `${name} ${label}`,
    ...parts.map((each) => `${each.name} ${each.label} ${each.count}`),
    ...[...groups].flatMap(([group, list]) => [
      `group ${group}`,
      ...list.map((article) => part(site, article)),
    ]),
  ];
}

/** An article as a link with the facts of its document. */
function part(site: Site, article: Article): string {
  const { title, date, document, preview = '' } = article;
  const facts = [title, date, JSON.stringify(document ?? null), preview, stateKey(site, article)];
  return [articlePath(site, article), ...facts].join(' ');
}
