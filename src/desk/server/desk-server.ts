/** The desk: its page, what that asks for, and nobody else; on one's own machine, or for the people of an office. */
import { serve } from 'srvx';
import { removeUnfinished } from '../../system/write-together.ts';
import { answerJson, answerText, NOWHERE, pagePolicy, refuse } from './answers.ts';
import { openClientFiles } from './client-files.ts';
import { deskColours } from './desk-settings.ts';
import { deskDoor, officeAddress } from './desk-door.ts';
import type { Office } from './desk-door.ts';
import { deskRoutes } from './desk-routes.ts';
import type { DeskOptions } from './desk-options.ts';
import { localEntrance, redirectHome } from './entrance.ts';
import type { Entrance, Visitor } from './entrance.ts';
import { openGuard } from './guard.ts';
import type { Verdict } from './guard.ts';
import { machineRefusal } from './machine-refusals.ts';
import { officeEntrance } from './office-entrance.ts';
import { openPreviewDoor } from './preview-door.ts';
import { shownAsPage } from './refusal-page.ts';
import { openSessions } from './sessions.ts';

export interface DeskServerOptions extends DeskOptions {
  /** 0 takes any. */
  port: number;
  /** Undefined for one's own machine. */
  office?: Office | undefined;
  /** Hears that somebody without the cookie asked for the page: it may be its user, who lost it. */
  onStranger: (address: string) => void;
}

export interface RunningDesk {
  /** On one's own machine with its ticket: whoever opens it first is let in. */
  address: string;
  /** At which it listens: a server before it has another. */
  port: number;
  /** At which the preview listens. */
  previewPort: number;
  close(): Promise<void>;
}

/** How long somebody who signed in may do nothing. */
const IDLE_MS = 30 * 60_000;
const REFUSALS: Readonly<Record<Exclude<Verdict, 'not-secure'>, () => Response>> = {
  'wrong-host': () =>
    refuse(421, '写稿台不叫这个名字。', '请用终端里打印的地址；多人使用的，请核对 --name。'),
  forged: () => refuse(403, '这个请求不是写稿台的页面发来的。', '请刷新写稿台的页面。'),
  'wrong-type': () => refuse(415, '这个请求不是写稿台的页面发来的。', '请刷新写稿台的页面。'),
  stranger: () => refuse(403, '写稿台不认识这个浏览器。', '请重新打开写稿台。'),
};
const SIGNED_OUT = (): Response =>
  refuse(401, '您已经退出登录。', '请刷新这一页，登录以后再打开这篇稿件：没有保存的文字还在。');
const UNREADABLE_PEOPLE = (): Response =>
  refuse(
    503,
    '人员文件有问题，现在不知道您是谁，没有办成；没有保存的文字还在。',
    '请管理写稿台的同志运行 npm run people -- list，照提示改好，再试一次。',
  );
/** What the door shows before anybody is let in. */
const OPEN_FILES = ['/desk.css', '/sign-in.css', '/colours.css'];

export async function startDesk(options: DeskServerOptions): Promise<RunningDesk> {
  const { office, preview } = options;
  await removeUnfinished(options.options.roots.content);
  let port = options.port;
  let previewPort = 0;
  const sessions = openSessions(office ? IDLE_MS : Infinity, Date.now);
  const guard = openGuard(
    deskDoor(office, () => port),
    sessions,
  );
  const routes = deskRoutes(options);
  const client = openClientFiles(options.onFailure);
  const local = localEntrance(
    guard,
    sessions,
    (ticket) => `http://127.0.0.1:${port}/?ticket=${ticket}`,
    options.onStranger,
  );
  const entrance: Entrance = office ? officeEntrance(office, guard, sessions) : local;
  const previewDoor = await openPreviewDoor(
    office,
    preview,
    openGuard(
      deskDoor(office, () => previewPort),
      sessions,
    ),
    async (session) => typeof (await entrance.personOf(session)) !== 'string',
  );
  previewPort = previewDoor.port;

  function previewUrlFor({ headers }: Request): string {
    const name = (headers.get('host') ?? '').replace(/:\d+$/, '');
    const scheme = office?.tls || office?.isBehindProxy ? 'https' : 'http';
    return `${scheme}://${name}:${office?.publicPreviewPort ?? previewPort}${preview.base}`;
  }

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const form = entrance.form(request);
    if (form) return form;
    const isPage = url.pathname === '/' && request.method === 'GET';
    const judged = guard.judge(request);
    if (judged === 'stranger') {
      if (isPage) return entrance.door(request);
      if (office && request.method === 'GET' && OPEN_FILES.includes(url.pathname)) {
        return fileOf(url.pathname);
      }
      return office ? SIGNED_OUT() : REFUSALS.stranger();
    }
    if (judged === 'not-secure') {
      return refuse(403, '写稿台只能用 https 打开。', `请打开 ${officeAddress(office, port)}`);
    }
    if (typeof judged === 'string') return REFUSALS[judged]();
    const person = await entrance.personOf(judged);
    if (person === 'gone') {
      sessions.close(judged);
      return isPage ? entrance.door(request) : SIGNED_OUT();
    }
    if (person === 'unknown') return UNREADABLE_PEOPLE();
    const visitor: Visitor = { session: judged, person, previewUrl: previewUrlFor(request) };
    if (isPage) {
      const policy = pagePolicy(new URL(visitor.previewUrl).origin);
      // The ticket is of no more use; it need not stand in the address.
      return url.search === '' ? client.page(judged.token, policy) : redirectHome();
    }
    if (url.pathname === '/api/sign-out' && request.method === 'POST') {
      sessions.close(judged);
      const out = answerJson({});
      out.headers.set('Set-Cookie', guard.cookie(''));
      return out;
    }
    if (url.pathname.startsWith('/api/')) return routes.answer(request, visitor);
    return request.method === 'GET' ? fileOf(url.pathname) : NOWHERE();
  }

  async function fileOf(path: string): Promise<Response> {
    if (path === '/colours.css') {
      const colours = await deskColours(options.options.roots.content);
      return answerText(colours, 'text/css; charset=utf-8');
    }
    return (await client.file(path.slice(1))) ?? NOWHERE();
  }

  const server = serve({
    port: options.port,
    hostname: office?.host ?? '127.0.0.1',
    silent: true,
    gracefulShutdown: false,
    ...(office?.tls ? { tls: office.tls } : {}),
    fetch: async (request) => {
      const answered = await answer(request).catch((error: unknown) => {
        options.onFailure(error);
        const trouble = machineRefusal(error, request.method === 'PUT');
        if (trouble) return answerJson(trouble.refusal, trouble.status);
        return refuse(
          500,
          '写稿台出错了，稿件没有改动。',
          '请再试一次；还不行，看一看终端里说了什么。',
        );
      });
      return shownAsPage(request, answered);
    },
  });
  await server.ready();
  port = Number(new URL(server.url ?? '').port);
  routes.begin();
  return {
    address: office ? officeAddress(office, port) : local.newAddress(),
    port,
    previewPort,
    async close() {
      await previewDoor.close();
      await server.close(true);
      await routes.close();
    },
  };
}
