/** A hit as a row of the result list, made from the page's own `<template data-result>`. */
import type { Segment } from '../../search/excerpt.ts';
import type { Hit } from './found-page.ts';

export function resultRow(template: HTMLTemplateElement, hit: Hit): DocumentFragment {
  const row = document.importNode(template.content, true);
  const link = row.querySelector<HTMLAnchorElement>('[data-title]');
  link?.setAttribute('href', hit.url);
  link?.append(...nodesOf(hit.title));
  row.querySelector('[data-excerpt]')?.replaceChildren(...nodesOf(hit.excerpt));
  for (const name of ['column', 'date', 'source'] as const) {
    const part = row.querySelector(`[data-${name}]`);
    // A single page has neither.
    if (hit[name]) part?.replaceChildren(hit[name]);
    else part?.remove();
  }
  const date = row.querySelector('[data-date]');
  date?.setAttribute('datetime', hit.date);
  if (hit.isOfDate) date?.replaceChildren(...nodesOf([{ text: hit.date, marked: true }]));
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

function nodesOf(segments: readonly Segment[]): (Element | string)[] {
  return segments.map(({ text, marked }) => {
    if (!marked) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
