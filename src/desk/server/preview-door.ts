/**
 * The preview for an office: the dev server of this machine, handed on to who is signed in at the desk and to nobody else. It
 * has a port of its own, so that its pages are of another origin than the desk; browsers send the desk's cookie to both.
 */
import { serve } from 'srvx';
import { answerText, refuse } from './answers.ts';
import type { Office } from './desk-door.ts';
import type { Guard, Verdict } from './guard.ts';
import type { Session } from './sessions.ts';

export interface PreviewDoor {
  port: number;
  close(): Promise<void>;
}

/**
 * What its pages need is below the site's own addresses: of the engine and of other files of this machine nothing is shown, and
 * what Vite and Astro do at addresses of theirs (`/__open-in-editor` starts a program) is done for nobody.
 */
const HIDDEN =
  /^\/(?:@(?!id\/|vite\/)|[./]|__|_image\/?$|node_modules\/(?!\.vite\/|vite\/dist\/client\/))/;
/** Of the answer's headers only these go on: no cookie, and nothing that opens it to others. */
const KEPT = ['content-type', 'location', 'etag', 'last-modified'];

/**
 * @param target address of the dev server
 * @param isLetIn whether a session's person is there yet
 */
export async function openPreviewDoor(
  office: Office,
  target: string,
  guard: Guard,
  isLetIn: (session: Session) => Promise<boolean>,
): Promise<PreviewDoor> {
  async function answer(request: Request): Promise<Response> {
    const session: Session | Verdict = guard.judgePreview(request);
    if (session === 'wrong-host') return refuse(421, '写稿台不叫这个名字。', '请核对网址。');
    if (typeof session === 'string' || !(await isLetIn(session))) {
      return answerText('请先登录写稿台。', 'text/plain; charset=utf-8', { status: 403 });
    }
    const { pathname, search } = new URL(request.url);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || isHidden(decoded(pathname), new URL(target).pathname)) return nowhere();
    const accept = request.headers.get('accept') ?? '*/*';
    // Set part by part: `//name/` read as an address would be another machine's.
    const address = new URL(target);
    [address.pathname, address.search] = [pathname, search];
    const shown = await fetch(address, {
      method: request.method,
      redirect: 'manual',
      headers: { accept },
    });
    // Vite names folders of this machine where it refuses.
    if (shown.status === 403) return nowhere();
    const headers = new Headers({
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-site',
    });
    for (const name of KEPT) {
      const value = shown.headers.get(name);
      if (value !== null) headers.set(name, value.replace(new URL(target).origin, ''));
    }
    return new Response(shown.body, { status: shown.status, headers });
  }

  const server = serve({
    port: office.previewPort,
    hostname: office.host,
    silent: true,
    gracefulShutdown: false,
    ...(office.tls ? { tls: office.tls } : {}),
    fetch: (request) =>
      answer(request).catch(() =>
        answerText('预览暂时打不开，请再试一次。', 'text/plain; charset=utf-8', { status: 502 }),
      ),
  });
  await server.ready();
  return { port: Number(new URL(server.url ?? '').port), close: () => server.close(true) };
}

const nowhere = (): Response =>
  answerText('没有这个地址。', 'text/plain; charset=utf-8', { status: 404 });

/** @param base the path under which the site lives: Vite has its own addresses there, too */
function isHidden(path: string, base: string): boolean {
  return HIDDEN.test(path) || (path.startsWith(base) && HIDDEN.test(`/${path.slice(base.length)}`));
}

/** An address that cannot be read is one of those that are not shown. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '/.';
  }
}
