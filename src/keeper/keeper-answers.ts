/** What the keeper answers over HTTP, below the site's base: how it is, and the hook that tells of a push. */
import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import { healthReport } from './health.ts';
import type { Health } from './health.ts';

/** A push of a thousand commits tells of each. */
const MOST_BYTES = 5 * 1024 * 1024;
/** A shorter secret can be guessed. */
export const SHORTEST_SECRET = 16;

export interface KeeperAnswers {
  basePath: string;
  /** '' where there is no hook. */
  secret: string;
  health: Health;
  wake: () => void;
}

/** Gives the function that answers what is the keeper's, and nothing (undefined) of the rest. */
export function keeperAnswers({
  basePath,
  secret,
  health,
  wake,
}: KeeperAnswers): (request: Request, path: string) => Promise<Response> | undefined {
  const answers: Readonly<Record<string, (request: Request) => Promise<Response>>> = {
    [`${basePath}api/site/health`]: ({ method }) => Promise.resolve(answerHealth(method, health)),
    [`${basePath}api/site/hook`]: (request) => answerHook(request, secret, wake),
  };
  return (request, path) => answers[path]?.(request);
}

function answerHealth(method: string, health: Health): Response {
  if (method !== 'GET' && method !== 'HEAD') return answer(405, 'GET, HEAD');
  const report = healthReport(health, new Date());
  const text = method === 'HEAD' ? null : `${JSON.stringify(report, undefined, 1)}\n`;
  return new Response(text, {
    status: report.status === 'ok' ? 200 : 503,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

async function answerHook(request: Request, secret: string, wake: () => void): Promise<Response> {
  if (secret === '') return answer(404);
  if (request.method !== 'POST') return answer(405, 'POST');
  const isSigned = await isFromGit(request, secret);
  if (isSigned === 'too large') return answer(413);
  if (!isSigned) return answer(401);
  wake();
  return answer(202);
}

/**
 * GitHub, Gitea and Forgejo sign what they send; GitLab and Gitee send the secret, as does whoever calls with `Authorization:
 * Bearer`.
 */
async function isFromGit(request: Request, secret: string): Promise<boolean | 'too large'> {
  const { headers } = request;
  const signature =
    headers.get('X-Hub-Signature-256')?.replace(/^sha256=/, '') ?? headers.get('X-Gitea-Signature');
  if (signature === null) {
    const token =
      headers.get('X-Gitlab-Token') ??
      headers.get('X-Gitee-Token') ??
      headers.get('Authorization')?.replace(/^Bearer /i, '') ??
      '';
    await request.body?.cancel();
    return isEqual(token, secret);
  }
  const hmac = createHmac('sha256', secret);
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) return 'too large';
    hmac.update(chunk);
  }
  return isEqual(signature.toLowerCase(), hmac.digest('hex'));
}

/** In the same time, whatever is equal: digests are of one length. */
function isEqual(a: string, b: string): boolean {
  return timingSafeEqual(hash('sha256', a, 'buffer'), hash('sha256', b, 'buffer'));
}

function answer(status: number, allow?: string): Response {
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  if (allow !== undefined) headers.set('Allow', allow);
  return new Response(null, { status, headers });
}
