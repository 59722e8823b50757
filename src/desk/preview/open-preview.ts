/**
 * The pages as readers will have them: those that publishing compiles, of the site as it was read last, for the desk's frame and
 * for a window of their own.
 */
import { typeOf } from '../../answers/content-type.ts';
import { problemHtml } from '../../build/problem-page.ts';
import type { LoadedSite, SiteReading } from '../../build/read-site.ts';
import type { ArticleFile } from '../../model/article.ts';
import { belowBase } from '../../model/base-path.ts';
import type { Issue } from '../../model/issue.ts';
import { openRenderer } from '../../renderer/compile-renderer.ts';
import { loadModules } from '../../renderer/renderer-packages.ts';
import type { CompiledFor } from '../../renderer/made-of.ts';
import { withSite } from '../../site/current-site.ts';
import { entryShown } from './entry-pages.ts';
import { previewFiles } from './preview-files.ts';
import { previewPages } from './preview-pages.ts';
import { unsavedPages } from './unsaved-pages.ts';

export interface Preview {
  /** The path under which the site lives, with a slash at both ends. */
  base: string;
  answer(request: Request): Promise<Response>;
  /** What is asked for afterwards is of this reading. */
  show(reading: SiteReading): void;
  /**
   * Keeps a text that is being written for its page.
   * @returns its address below the base; undefined where it has no page
   */
  showTyped(preview: LoadedSite, place: ArticleFile, text: string): string | undefined;
}

export interface PreviewOptions extends CompiledFor {
  /** Called before the pages are compiled, which takes seconds, and once for each state of the program. */
  onCompile: () => void;
  /** Hears why a page could not be made. */
  onFailure: (error: unknown) => void;
  /** Answers for the counter what pages ask of it. @returns undefined for any other request */
  views?: (request: Request) => Promise<Response> | undefined;
}

const HTML = 'text/html; charset=utf-8';
const TEXT = 'text/plain; charset=utf-8';
const UNREAD = '稿件还没有读完，请稍候刷新。\n';
const NOWHERE = '网站没有这个地址。\n';
const GONE = '这是还没有保存的文字，预览已经换成更新的了。请回到写稿台，在那里再打开预览。\n';
const FAILED = '这一页现在做不出来。请刷新；还不行，看一看终端里说了什么。\n';
/** Nobody's draft stays in a browser's store; what is named by its bytes may. */
const ONCE = 'no-store';
const LASTING = 'private, max-age=86400';

export async function openPreview(options: PreviewOptions): Promise<Preview> {
  const { base, language, onCompile, onFailure, views } = options;
  const { renderer, entry, assets } = await openRenderer({ base, config: { language } }, onCompile);
  const pages = previewPages(renderer);
  // A desk is open for days, and `.cache` may be emptied meanwhile.
  const [files] = await Promise.all([previewFiles(assets), loadModules(entry)]);
  const unsaved = unsavedPages();
  let read: LoadedSite | undefined;
  let problems: readonly Issue[] | undefined;

  async function answer(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (problems) return html(503, problemHtml(problems));
    if (!read) return said(503, UNREAD);
    const counted = views && withSite(read, () => views(request));
    if (counted) return counted;
    const address = decoded(pathname);
    const path = address === undefined ? undefined : belowBase(base, address);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || path === undefined) return said(404, NOWHERE);
    const file = await files.file(read, path);
    if (file) {
      return new Response(new Uint8Array(file.bytes), {
        headers: headers(typeOf(path).type, file.isLasting ? LASTING : ONCE),
      });
    }
    if (unsaved.isGone(searchParams)) return said(410, GONE);
    const shown = unsaved.shown(read, searchParams) ??
      entryShown(read, searchParams) ?? { current: read };
    const page = await pages.page(shown.current, path);
    if (typeof page === 'string') return html(200, shown.finish?.(page) ?? page);
    if (page) {
      // As pages name it, with what its bytes give.
      const caching = searchParams.has('v') ? LASTING : ONCE;
      return new Response(new Uint8Array(page), { headers: headers(typeOf(path).type, caching) });
    }
    const lost = await pages.page(read, '404');
    return typeof lost === 'string' ? html(404, lost) : said(404, NOWHERE);
  }

  return {
    base,
    answer: (request) =>
      answer(request).catch((error: unknown) => {
        onFailure(error);
        return said(500, FAILED);
      }),
    show({ current, issues }) {
      // The problems of all texts are told by the desk, each beside its own.
      read = current && { ...current, problems: undefined };
      problems = current ? undefined : issues;
    },
    showTyped: unsaved.take,
  };
}

/** Undefined for what is no address. */
function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

function html(status: number, page: string): Response {
  return new Response(page, { status, headers: headers(HTML) });
}

function said(status: number, words: string): Response {
  return new Response(words, { status, headers: headers(TEXT) });
}

function headers(type: string, caching = ONCE): Record<string, string> {
  return {
    'Content-Type': type,
    'Cache-Control': caching,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-site',
  };
}
