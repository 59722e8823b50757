/** Each address of the desk, and what answers it. One change at a time: two would read the same file. */
import { join } from 'node:path';
import { readFile, realpath } from 'node:fs/promises';
import { FILE_TYPES, UNKNOWN_TYPE } from '../../answers/file-types.ts';
import type { ReadArticle } from '../../model/article.ts';
import { columnsSchema } from '../../model/columns.ts';
import { siteSchema } from '../../model/site-config.ts';
import { isArticleName } from '../../model/article-name.ts';
import { pathAsStaffSeeIt } from '../../reading/staff-path.ts';
import { readYamlFile } from '../../reading/read-yaml-file.ts';
import { findColumn } from '../../rules/column-checks.ts';
import type { PublishingFacts, Refusal } from '../api.ts';
import { readHtml } from '../html/read-html.ts';
import { bodyTree } from '../blocks/body-tree.ts';
import { joinBlocks, writeBlock } from '../text/write-markdown.ts';
import { addFile } from './add-files.ts';
import { answerJson, answerText, refuse } from './answers.ts';
import { beginArticle, importArticle } from './begin-article.ts';
import { deskFacts } from './desk-facts.ts';
import { gitFacts } from './desk-git.ts';
import { readDeskSite } from './desk-site.ts';
import type { DeskSite } from './desk-site.ts';
import { openArticle, readSource } from './open-article.ts';
import { changeArticle, hideArticle, publishArticle } from './publish-article.ts';
import type { PublishOptions } from './publish-article.ts';
import { bytesOf, jsonOf, textsIn } from './request-body.ts';
import { saveArticle } from './save-article.ts';

/** The pages as readers will see them, elsewhere on this machine. */
export interface DeskPreview {
  url: string;
  /** Lets it show what was saved. */
  refresh(): Promise<void>;
}

export interface DeskOptions extends PublishOptions {
  preview: DeskPreview;
}

type Answer = Promise<Response>;
type Act = (
  article: ReadArticle,
  note: string,
  desk: PublishOptions,
) => ReturnType<typeof publishArticle>;

/** What takes an article to its readers, or from them. */
const ACTS: Readonly<Record<string, Act | undefined>> = {
  publish: (article, _, desk) => publishArticle(article, desk),
  hide: (article, _, desk) => hideArticle(article, desk),
  correct: (article, note, desk) => changeArticle('correct', article, note, desk),
  withdraw: (article, note, desk) => changeArticle('withdraw', article, note, desk),
};

const GONE = (): Response =>
  refuse(404, '没有这篇稿件：可能已经改名或者删掉了。', '请回到列表，重新打开。');
const TOO_LARGE = (): Response => refuse(413, '文件超过 100 MB。', '请缩小以后再放进来。');

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

  async function settings() {
    const staffPath = pathAsStaffSeeIt(content);
    const at = (name: string) => [join(content, name), staffPath(join(content, name))] as const;
    const columns = await readYamlFile(...at('columns.yaml'), columnsSchema);
    const site = await readYamlFile(...at('site.yaml'), siteSchema);
    return columns.value && site.value ? { columns: columns.value, config: site.value } : undefined;
  }

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

  async function opened(id: string): Answer {
    await desk.preview.refresh();
    const site = await read();
    const article = site.texts.get(id);
    return article ? answerJson(await openArticle(site, article)) : GONE();
  }

  async function save(article: ReadArticle, request: Request, site: DeskSite): Answer {
    const source = await readSource(article.place);
    if (request.headers.get('if-match') !== source.etag) {
      return answerJson({ current: await openArticle(site, article) }, 409);
    }
    const asked = await jsonOf(request);
    if (!asked) return refuse(400, '没有收到稿件。', '请重新打开写稿台。');
    const { source: whole, body } = asked;
    const saved =
      typeof whole === 'string'
        ? { source: whole }
        : typeof body === 'string' && isRecord(asked['fields'])
          ? { fields: textsIn(asked['fields']), body }
          : undefined;
    if (!saved) return refuse(400, '没有收到稿件。', '请重新打开写稿台。');
    const refusal = await saveArticle(article.place, source, saved);
    return refusal ? answerJson(refusal, 422) : opened(article.place.id);
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

  async function add(article: ReadArticle, request: Request, name: string): Answer {
    const bytes = await bytesOf(request);
    if (!bytes) return TOO_LARGE();
    const added = await addFile(article.place, name, bytes);
    return 'file' in added ? answerJson(added) : answerJson(added, 422);
  }

  async function act(kind: string, article: ReadArticle, request: Request): Answer {
    const { note = '' } = textsIn(await jsonOf(request));
    const outcome = await (Object.hasOwn(ACTS, kind) ? ACTS[kind] : undefined)?.(
      article,
      note.trim(),
      desk,
    );
    if (!outcome) return refuse(404, '写稿台没有这个地址。', '请重新打开写稿台。');
    if (!('done' in outcome)) return answerJson(outcome satisfies Refusal, 422);
    await desk.preview.refresh();
    const site = await read();
    const current = site.texts.get(article.place.id);
    if (!current) return GONE();
    return answerJson({ article: await openArticle(site, current), done: outcome.done });
  }

  async function ofArticle(id: string, rest: readonly string[], request: Request): Answer {
    const { method } = request;
    const [what, name, ...more] = rest;
    if (!isArticleName(id) || more.length > 0) return GONE();
    const site = await read();
    const article = site.texts.get(id);
    if (!article) return GONE();
    if (what === undefined && method === 'GET') return answerJson(await openArticle(site, article));
    if (what === undefined && method === 'PUT') return save(article, request, site);
    if (what === 'files' && name !== undefined && method === 'GET') return fileOf(article, name);
    if (what === 'files' && name === undefined && method === 'POST') {
      return add(article, request, new URL(request.url).searchParams.get('name') ?? '');
    }
    if (what !== undefined && name === undefined && method === 'POST') {
      return act(what, article, request);
    }
    return refuse(404, '写稿台没有这个地址。', '请重新打开写稿台。');
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
    return Promise.resolve(refuse(404, '写稿台没有这个地址。', '请重新打开写稿台。'));
  };
}

/** A file beside an article: only what its folder lists, and only if it lies there in truth. */
async function fileOf({ place }: ReadArticle, name: string): Answer {
  const { folder, beside = [] } = place;
  if (folder === undefined || !beside.includes(name)) return GONE();
  const path = join(folder, name);
  if ((await realpath(path)) !== join(await realpath(folder), name)) return GONE();
  const ending = /\.[^.]+$/.exec(name)?.[0]?.toLowerCase() ?? '';
  const type =
    FILE_TYPES.find(({ endings }) => endings.includes(ending.slice(1)))?.type ?? UNKNOWN_TYPE;
  return answerText(await readFile(path), type, { policy: "default-src 'none'; sandbox" });
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
