/**
 * The preview at a port of its own, and so of another origin than the desk: browsers send the desk's cookie to both, for cookies know
 * no ports, and who is not let in at the desk sees no draft.
 */
import { serve } from 'srvx';
import type { Preview } from '../preview/open-preview.ts';
import { answerText } from './answers.ts';
import type { Office } from './desk-door.ts';
import type { Guard, Verdict } from './guard.ts';
import type { Session } from './sessions.ts';

export interface PreviewDoor {
  port: number;
  close(): Promise<void>;
}

/**
 * @param office undefined for one's own machine
 * @param isLetIn whether a session's person is there yet
 */
export async function openPreviewDoor(
  office: Office | undefined,
  preview: Pick<Preview, 'answer'>,
  guard: Guard,
  isLetIn: (session: Session) => Promise<boolean>,
): Promise<PreviewDoor> {
  async function answer(request: Request): Promise<Response> {
    const session: Session | Verdict = guard.judgePreview(request);
    if (session === 'wrong-host') {
      return answerText('写稿台不叫这个名字，请核对网址。', PLAIN, { status: 421 });
    }
    if (typeof session === 'string' || !(await isLetIn(session))) {
      return answerText('请先打开写稿台，要登录的请先登录。', PLAIN, { status: 403 });
    }
    return preview.answer(request);
  }

  const server = serve({
    port: office?.previewPort ?? 0,
    hostname: office?.host ?? '127.0.0.1',
    silent: true,
    gracefulShutdown: false,
    ...(office?.tls ? { tls: office.tls } : {}),
    fetch: (request) =>
      answer(request).catch(() =>
        answerText('预览暂时打不开，请再试一次。', PLAIN, { status: 502 }),
      ),
  });
  await server.ready();
  return { port: Number(new URL(server.url ?? '').port), close: () => server.close(true) };
}

const PLAIN = 'text/plain; charset=utf-8';
