/** Each address of the desk, and what answers it. One change at a time: two would read the same file. */
import { findColumn } from '../../rules/column-checks.ts';
import type { PublishingFacts } from '../api.ts';
import { readHtml } from '../html/read-html.ts';
import { bodyTree } from '../blocks/body-tree.ts';
import { joinBlocks, writeBlock } from '../text/write-markdown.ts';
import { answerJson, GONE, NOWHERE, refuse, TOO_LARGE } from './answers.ts';
import { articleRoutes } from './article-routes.ts';
import type { DeskOptions } from './desk-options.ts';
import { beginArticle, importArticle } from './begin-article.ts';
import { deskFacts } from './desk-facts.ts';
import { gitFacts } from './desk-git.ts';
import { deskSettings } from './desk-settings.ts';
import { readDeskSite } from './desk-site.ts';
import type { DeskSite } from './desk-site.ts';
import { openArticle } from './open-article.ts';
import { bytesOf, jsonOf, textsIn } from './request-body.ts';

type Answer = Promise<Response>;

/** Answers what is below `/api/`. */
export function deskRoutes(desk: DeskOptions): (request: Request) => Answer {
  const { options, isFixed } = desk;
  const { content } = options.roots;
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Answer): Answer => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const read = (): Promise<DeskSite> => readDeskSite(options, isFixed);
  const { opened, answer: ofArticle } = articleRoutes(desk);

  const settings = () => deskSettings(content);

  async function bureau(category: string) {
    const found = await settings();
    if (!found)
      return refuse(422, '网站的设置有问题。', '请在终端里运行 npm run check，先把设置改好。');
    const column = findColumn(category, found.columns);
    if (!('column' in column)) return refuse(422, column.message, column.fix);
    const { now } = await read();
    return {
      content,
      sponsor: found.config.sponsor,
      now,
      isPolicy: column.column.style === 'policy',
    };
  }

  async function facts(): Answer {
    const found = await settings();
    if (!found)
      return refuse(422, '网站的设置有问题。', '请在终端里运行 npm run check，先把设置改好。');
    return answerJson(deskFacts(await read(), found, desk.preview.url, await publishing()));
  }

  async function publishing(): Promise<PublishingFacts> {
    const { isFollowed, person } = await gitFacts(content);
    const way = desk.publisher ? 'published' : isFollowed ? 'pushed' : 'kept-here';
    return { way, person };
  }

  async function begin(request: Request): Answer {
    const { title, category } = textsIn(await jsonOf(request));
    const place = await bureau(category ?? '');
    if (place instanceof Response) return place;
    const begun = await beginArticle(place, { title: title ?? '', category: category ?? '' });
    return 'id' in begun ? opened(begun.id) : answerJson(begun, 422);
  }

  async function take(request: Request, query: URLSearchParams): Answer {
    const category = query.get('category') ?? '';
    const place = await bureau(category);
    if (place instanceof Response) return place;
    const bytes = await bytesOf(request);
    if (!bytes) return TOO_LARGE();
    const file = { name: query.get('name') ?? '稿件.docx', bytes };
    const taken = await importArticle(place, file, { category, isPolicy: place.isPolicy });
    if (!('id' in taken)) return answerJson(taken, 422);
    await desk.preview.refresh();
    const site = await read();
    const article = site.texts.get(taken.id);
    if (!article) return GONE();
    return answerJson({ article: await openArticle(site, article), notices: taken.notices });
  }

  async function paste(request: Request): Answer {
    const bytes = await bytesOf(request, 20 * 1024 * 1024);
    if (!bytes) return refuse(413, '复制的内容太多。', '请分几次粘贴，或者把 Word 文件导入。');
    const blocks = readHtml(new TextDecoder().decode(bytes));
    const lost = { fault: '图片没有粘贴过来：请把图片文件拖进来，或者导入 Word 文件。' };
    const items = bodyTree({ blocks, notes: new Map(), notices: [] }, () => lost);
    const markdown = joinBlocks(items.map(({ node }) => writeBlock(node).text));
    return answerJson({ markdown, notices: [...new Set(items.flatMap(({ notices }) => notices))] });
  }

  return (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const parts = pathname.slice('/api/'.length).split('/').map(decoded);
    const [first = '', ...rest] = parts;
    const route = `${request.method} ${first}`;
    if (first === 'articles' && rest.length > 0) {
      return inTurn(() => ofArticle(rest[0] ?? '', rest.slice(1), request));
    }
    if (rest.length === 0) {
      if (route === 'GET desk') return inTurn(facts);
      if (route === 'POST articles') return inTurn(() => begin(request));
      if (route === 'POST import') return inTurn(() => take(request, searchParams));
      if (route === 'POST paste') return paste(request);
    }
    return Promise.resolve(NOWHERE());
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
