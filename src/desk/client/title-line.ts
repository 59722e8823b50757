/** Which article a question is about. */
import type { OpenArticle } from '../api.ts';
import { element } from './element.ts';
import { titleOf } from './states.ts';

export function titleLine(article: OpenArticle): HTMLElement {
  return element('p', { className: 'strong' }, `《${titleOf(article)}》`);
}
