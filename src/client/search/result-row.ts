/** A hit as a row of the result list, made from the page's own `<template data-result>`. */
import type { Hit } from './found-page.ts';
import { nodesOf } from './segment-nodes.ts';
import { titleNodes } from './title-nodes.ts';

export function resultRow(template: HTMLTemplateElement, hit: Hit): DocumentFragment {
  const row = document.importNode(template.content, true);
  const link = row.querySelector<HTMLAnchorElement>('[data-title]');
  link?.setAttribute('href', hit.url);
  link?.append(...titleNodes(hit.title, hit.source));
  row.querySelector('[data-excerpt]')?.replaceChildren(...nodesOf(hit.excerpt));
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
