/** One article's addresses: opened, saved, given files, taken to its readers and from them. */
import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_TYPES, UNKNOWN_TYPE } from '../../answers/file-types.ts';
import { isArticleName } from '../../model/article-name.ts';
import type { ReadArticle } from '../../model/article.ts';
import type { Refusal } from '../api.ts';
import { addFile } from './add-files.ts';
import { answerJson, answerText, GONE, NOWHERE, refuse, TOO_LARGE } from './answers.ts';
import { readDeskSite } from './desk-site.ts';
import type { DeskSite } from './desk-site.ts';
import type { DeskOptions } from './desk-options.ts';
import { openArticle, readSource } from './open-article.ts';
import { changeArticle, hideArticle, publishArticle } from './publish-article.ts';
import type { PublishOptions } from './publish-article.ts';
import { bytesOf, jsonOf, textsIn } from './request-body.ts';
import { saveArticle } from './save-article.ts';

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

export interface ArticleRoutes {
  /** The article as it is now, once the preview shows it. */
  opened(id: string): Answer;
  /** @param rest of the address, behind the article's name */
  answer(id: string, rest: readonly string[], request: Request): Answer;
}

export function articleRoutes(desk: DeskOptions): ArticleRoutes {
  const read = (): Promise<DeskSite> => readDeskSite(desk.options, desk.isFixed);

  async function opened(id: string): Answer {
    await desk.preview.refresh();
    const site = await read();
    const article = site.texts.get(id);
    return article ? answerJson(await openArticle(site, article)) : GONE();
  }

  async function save(article: ReadArticle, request: Request, site: DeskSite): Answer {
    const asked = await jsonOf(request);
    // What is on the disk is looked at last: a body may take its time to come.
    const source = await readSource(article.place);
    if (request.headers.get('if-match') !== source.etag) {
      return answerJson({ current: await openArticle(site, article) }, 409);
    }
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

  async function add(article: ReadArticle, request: Request, name: string): Answer {
    const bytes = await bytesOf(request);
    if (!bytes) return TOO_LARGE();
    const added = await addFile(article.place, name, bytes);
    return 'file' in added ? answerJson(added) : answerJson(added, 422);
  }

  async function act(kind: string, article: ReadArticle, request: Request): Answer {
    const { note = '' } = textsIn(await jsonOf(request));
    const site = await read();
    const { etag } = await readSource(article.place);
    if (request.headers.get('if-match') !== etag) {
      return answerJson({ current: await openArticle(site, article) }, 409);
    }
    const outcome = await (Object.hasOwn(ACTS, kind) ? ACTS[kind] : undefined)?.(
      article,
      note.trim(),
      desk,
    );
    if (!outcome) return NOWHERE();
    if (!('done' in outcome)) return answerJson(outcome satisfies Refusal, 422);
    await desk.preview.refresh();
    const after = await read();
    const current = after.texts.get(article.place.id);
    if (!current) return GONE();
    return answerJson({ article: await openArticle(after, current), done: outcome.done });
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
    return NOWHERE();
  }

  return { opened, answer: ofArticle };
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
