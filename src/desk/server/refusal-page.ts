/** A refusal for whoever opened it as a page: in words, as the page's own scripts get it as JSON. */
import type { Refusal } from '../api.ts';
import { answerText } from './answers.ts';
import { escaped } from '../../site/escape.ts';

/** @returns the answer as it is, unless it refuses and a browser asked to show it */
export async function shownAsPage(request: Request, answer: Response): Promise<Response> {
  const isRefusal = answer.status >= 400 && answer.headers.get('content-type')?.includes('json');
  const wantsPage =
    request.method === 'GET' && request.headers.get('accept')?.includes('text/html');
  if (!isRefusal || !wantsPage) return answer;
  const { message, fix } = (await answer.json()) as Refusal;
  return answerText(page(message, fix), 'text/html; charset=utf-8', { status: answer.status });
}

/** @param paragraphs in Chinese, below the title */
function page(title: string, ...paragraphs: readonly string[]): string {
  const below = paragraphs.map((words) => `<p>${escaped(words)}</p>`).join('');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>写稿台</title>
<h1>${escaped(title)}</h1>${below}</html>`;
}
