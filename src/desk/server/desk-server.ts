/** The desk on this machine: its page, what that asks for, and nobody else. */
import { serve } from 'srvx';
import { answerText, NOWHERE, pagePolicy, refuse } from './answers.ts';
import { openClientFiles } from './client-files.ts';
import { deskColours } from './desk-settings.ts';
import { deskRoutes } from './desk-routes.ts';
import type { DeskOptions } from './desk-options.ts';
import { openGuard } from './guard.ts';
import type { Verdict } from './guard.ts';

export interface DeskServerOptions extends DeskOptions {
  /** 0 takes any. */
  port: number;
  /** Hears that somebody without the cookie asked for the page: it may be its user, who lost it. */
  onStranger: (address: string) => void;
  /** Hears what went wrong for no fault of the page's. */
  onFailure: (error: unknown) => void;
}

export interface RunningDesk {
  /** With its ticket: whoever opens it first is let in. */
  address: string;
  close(): Promise<void>;
}

/** How often strangers may have a new address printed. */
const STRANGER_MS = 10_000;
const REFUSALS: Readonly<Record<Exclude<Verdict, 'good'>, Response | (() => Response)>> = {
  'wrong-host': () => refuse(421, '写稿台只在本机打开。', '请用终端里打印的地址。'),
  forged: () => refuse(403, '这个请求不是写稿台的页面发来的。', '请刷新写稿台的页面。'),
  'wrong-type': () => refuse(415, '这个请求不是写稿台的页面发来的。', '请刷新写稿台的页面。'),
  stranger: () => refuse(403, '写稿台不认识这个浏览器。', '请用终端里新打印的地址打开。'),
};
const DOOR = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>写稿台</title>
<h1>请用终端里的地址打开写稿台</h1><p>为了不让别的网页进来，写稿台的地址只能用一次。终端里已经打印了一个新的地址，请复制它来打开。</p></html>`;

export async function startDesk(options: DeskServerOptions): Promise<RunningDesk> {
  let port = options.port;
  const guard = openGuard(() => port);
  const routes = deskRoutes(options);
  const client = openClientFiles(options.onFailure);
  const policy = pagePolicy(new URL(options.preview.url).origin);
  const newAddress = (): string => `http://127.0.0.1:${port}/?ticket=${guard.newTicket()}`;
  let toldAt = 0;

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const verdict = guard.judge(request);
    const isPage = url.pathname === '/' && request.method === 'GET';
    if (verdict === 'stranger' && isPage) return letIn(url);
    if (verdict !== 'good') {
      const refusal = REFUSALS[verdict];
      return typeof refusal === 'function' ? refusal() : refusal;
    }
    if (isPage) {
      // The ticket is of no more use; it need not stand in the address.
      return url.search === '' ? client.page(guard.token, policy) : redirectHome();
    }
    if (url.pathname.startsWith('/api/')) return routes(request);
    if (url.pathname === '/colours.css') {
      const colours = await deskColours(options.options.roots.content);
      return answerText(colours, 'text/css; charset=utf-8');
    }
    const file = request.method === 'GET' ? client.file(url.pathname.slice(1)) : undefined;
    return (await file) ?? NOWHERE();
  }

  function letIn(url: URL): Response {
    const cookie = guard.admit(url.searchParams.get('ticket') ?? '');
    if (cookie !== undefined) return redirectHome({ 'Set-Cookie': cookie });
    if (Date.now() - toldAt > STRANGER_MS) {
      toldAt = Date.now();
      options.onStranger(newAddress());
    }
    return answerText(DOOR, 'text/html; charset=utf-8', { status: 403 });
  }

  const server = serve({
    port: options.port,
    hostname: '127.0.0.1',
    silent: true,
    gracefulShutdown: false,
    fetch: (request) =>
      answer(request).catch((error: unknown) => {
        options.onFailure(error);
        return refuse(
          500,
          '写稿台出错了，稿件没有改动。',
          '请再试一次；还不行，看一看终端里说了什么。',
        );
      }),
  });
  await server.ready();
  port = Number(new URL(server.url ?? '').port);
  return { address: newAddress(), close: () => server.close(true) };
}

function redirectHome(headers: Record<string, string> = {}): Response {
  return answerText('', 'text/plain; charset=utf-8', {
    status: 303,
    headers: { ...headers, Location: '/' },
  });
}
