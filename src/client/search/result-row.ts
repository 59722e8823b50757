/** A hit as a row of the result list, made from the page's own `<template data-result>`. */
import { writtenIn } from '../../labels/written-in.ts';
import { language } from '../../labels/zh-CN/scripts/results.ts';
import type { Hit } from './found-page.ts';
import { nodesOf } from './segment-nodes.ts';
import { titleNodes } from './title-nodes.ts';

/** Says of a text that is not in the site's language in which it is. */
function nameLanguage(part: Element | null, text: string): void {
  const { lang, dir } = writtenIn(text, language) ?? {};
  if (lang) part?.setAttribute('lang', lang);
  if (dir) part?.setAttribute('dir', dir);
}

export function resultRow(template: HTMLTemplateElement, hit: Hit): DocumentFragment {
  const row = document.importNode(template.content, true);
  const link = row.querySelector<HTMLAnchorElement>('[data-title]');
  link?.setAttribute('href', hit.url);
  link?.append(...titleNodes(hit.title, hit.source));
  nameLanguage(link, hit.title.map(({ text }) => text).join(''));
  const excerpt = row.querySelector('[data-excerpt]');
  excerpt?.replaceChildren(...nodesOf(hit.excerpt));
  nameLanguage(excerpt, excerpt?.textContent ?? '');
  for (const name of ['column', 'date', 'source'] as const) {
    const part = row.querySelector(`[data-${name}]`);
    // A single page has neither.
    if (hit[name])
      part?.replaceChildren(...titleNodes([{ text: hit[name], marked: false }], hit.source));
    else part?.remove();
  }
  const date = row.querySelector('[data-date]');
  date?.setAttribute('datetime', hit.date);
  if (hit.isOfDate) date?.replaceChildren(...nodesOf([{ text: hit.date, marked: true }]));
  const validity = row.querySelector('[data-validity]');
  if (hit.validity) validity?.replaceChildren(hit.validity);
  else validity?.remove();
  const { article } = hit;
  const page = row.querySelector('[data-article] a');
  if (article) {
    page?.setAttribute('href', article.url);
    page?.replaceChildren(article.title);
  } else {
    for (const part of row.querySelectorAll('[data-attachment], [data-article]')) part.remove();
  }
  return row;
}
