/** Asks the desk's server. What goes wrong is one of three errors, each with words for staff. */
import type {
  ArticleMark,
  BegunArticle,
  Conflict,
  DeskFacts,
  ImportedArticleAnswer,
  OpenArticle,
  PasteAnswer,
  Refusal,
  SavedArticle,
  UnsavedPage,
} from '../api.ts';
import type { ReviewAsked } from '../review-api.ts';
import type { PublishAnswer, PublishAsked, SendingProgress } from '../publish-api.ts';
import type { ArticlePlaces, ArticleVersions, VersionText } from '../version-api.ts';
import type { AddedFile, CutAsked, PictureSize } from '../files-api.ts';

/** The server said no, and why. */
export class Refused extends Error {
  readonly refusal: Refusal;
  /** Of the answer. */
  readonly status: number;
  constructor(refusal: Refusal, status: number) {
    super(refusal.message);
    this.refusal = refusal;
    this.status = status;
  }
}

/** Nobody answers: the command in the terminal has ended, or the computer slept. */
export class ServerGone extends Error {
  constructor(cause: unknown) {
    super('写稿台已经关闭：在终端里再运行 npm run desk', { cause });
  }
}

/** Somebody else has changed the file; nothing was written. */
export class SavedElsewhere extends Error {
  readonly current: OpenArticle;
  constructor(current: OpenArticle) {
    super('这篇稿件在别处改过');
    this.current = current;
  }
}

export type PublishStep = 'publish' | 'correct' | 'withdraw' | 'restore' | 'hide' | 'move';

const token = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="desk-token"]')?.content ?? '';

const article = (id: string): string => `articles/${encodeURIComponent(id)}`;

const picture = (id: string, name: string): string =>
  `${article(id)}/pictures/${encodeURIComponent(name)}`;

export const deskApi = {
  facts: () => ask<DeskFacts>('GET', 'desk'),
  /** The same, asked by the page itself. */
  factsAgain: () => ask<DeskFacts>('GET', 'desk?again=1'),
  open: (id: string) => ask<OpenArticle>('GET', article(id)),
  mark: (id: string) => ask<ArticleMark>('GET', `${article(id)}/mark`),
  begin: (begun: BegunArticle) => ask<OpenArticle>('POST', 'articles', begun),
  /** Outlives the page where it is small enough for that: it may be about to be closed. */
  save: (id: string, etag: string, saved: SavedArticle & { restores?: true }) =>
    ask<OpenArticle>('PUT', article(id), saved, { 'if-match': etag }),
  unsaved: (id: string, typed: SavedArticle) =>
    ask<UnsavedPage>('POST', `${article(id)}/unsaved`, typed),
  versions: (id: string) => ask<ArticleVersions>('GET', `${article(id)}/versions`),
  version: (id: string, key: string) => ask<VersionText>('GET', `${article(id)}/versions/${key}`),
  places: (id: string) => ask<ArticlePlaces>('GET', `${article(id)}/places`),
  importWord: (file: File, category: string) =>
    ask<ImportedArticleAnswer>(
      'POST',
      `import?${new URLSearchParams({ category, name: file.name })}`,
      file,
    ),
  /** @param id of the article that has the pictures which the page names by their files */
  paste: (html: string, id?: string) =>
    ask<PasteAnswer>(
      'POST',
      id === undefined ? 'paste' : `paste?${new URLSearchParams({ article: id })}`,
      new Blob([html]),
    ),
  addFile: (id: string, file: Blob, name: string) =>
    ask<AddedFile>('POST', `${article(id)}/files?${new URLSearchParams({ name })}`, file),
  removeFile: (id: string, name: string) =>
    ask<OpenArticle>('DELETE', `${article(id)}/files/${encodeURIComponent(name)}`, {}),
  /** Where a file beside an article is. */
  fileAddress: (id: string, name: string) =>
    `/api/${article(id)}/files/${encodeURIComponent(name)}`,
  pictureSize: (id: string, name: string) => ask<PictureSize>('GET', picture(id, name)),
  cut: (id: string, name: string, asked: CutAsked) =>
    ask<AddedFile>('POST', picture(id, name), asked),
  review: (id: string, asked: ReviewAsked) =>
    ask<OpenArticle>('POST', `${article(id)}/review`, asked),
  takeOver: (id: string) => ask<OpenArticle>('POST', `${article(id)}/take-over`, {}),
  progress: (id: string) => ask<SendingProgress>('GET', `${article(id)}/progress`),
  toItsDay: (id: string, etag: string) =>
    ask<OpenArticle>('POST', `${article(id)}/day`, {}, { 'if-match': etag }),
  becomeMdx: (id: string, etag: string) =>
    ask<OpenArticle>('POST', `${article(id)}/mdx`, {}, { 'if-match': etag }),
  signOut: () => ask<object>('POST', 'sign-out', {}),
  /** @param etag of the text that its writer has seen: no other is sent */
  step: (id: string, etag: string, step: PublishStep, asked: PublishAsked) =>
    ask<PublishAnswer>('POST', `${article(id)}/${step}`, asked, { 'if-match': etag }),
};

/** Chromium refuses to keep more than 64 KiB alive. */
const KEPT_ALIVE = 60_000;

async function ask<T>(
  method: string,
  address: string,
  content?: object,
  headers: Record<string, string> = {},
): Promise<T> {
  const body = content === undefined || content instanceof Blob ? content : JSON.stringify(content);
  const type = body instanceof Blob ? 'application/octet-stream' : 'application/json';
  const answer = await fetch(`/api/${address}`, {
    method,
    headers: { 'x-desk-token': token(), ...(body && { 'content-type': type }), ...headers },
    ...(body !== undefined && { body }),
    keepalive: method === 'PUT' && typeof body === 'string' && body.length * 3 < KEPT_ALIVE,
    cache: 'no-store',
  }).catch((error: unknown) => {
    throw new ServerGone(error);
  });
  const said: unknown = await answer.json().catch(() => undefined);
  if (answer.ok && said !== undefined) return said as T;
  if (answer.status === 409 && isConflict(said)) throw new SavedElsewhere(said.current);
  throw new Refused(isRefusal(said) ? said : unreadable(answer.status), answer.status);
}

function isConflict(said: unknown): said is Conflict {
  return typeof said === 'object' && said !== null && 'current' in said;
}

function isRefusal(said: unknown): said is Refusal {
  return typeof said === 'object' && said !== null && 'message' in said;
}

/** The token is another one after the command was started again: the page is of the one before. */
function unreadable(status: number): Refusal {
  return status === 403
    ? { message: '写稿台重新启动过，这一页是以前的', fix: '先复制没有保存的文字，再刷新页面。' }
    : { message: `写稿台没有答复（${status}）`, fix: '刷新页面再试；还不行，看终端里的提示。' };
}

/** What went wrong, in one line of words for staff. */
export function wordsOf(error: unknown): string {
  if (error instanceof Refused) {
    const { message, fix } = error.refusal;
    return fix ? `${message.replace(/。$/u, '')}。${fix}` : message;
  }
  return error instanceof ServerGone || error instanceof SavedElsewhere
    ? error.message
    : '这一页出了差错。刷新页面再试';
}
