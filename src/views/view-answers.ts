/** What the view counter answers, as its readers (`src/client/`) and whoever watches it see it. */
import type { StoreHealth } from './store.ts';

/** The answer to `POST /api/views/<id>` (one count) and `GET /api/views?ids=…` (one an article). */
export interface ViewCounts {
  /** Article id → its views. Articles that are not published are left out. */
  counts: Record<string, number>;
}

/** The answer to `GET /api/views/health`. */
export interface ViewHealth extends StoreHealth {
  status: 'ok';
  uptimeSeconds: number;
}

/** The body of every answer that is not 200. */
export interface ViewRefusal {
  code: RefusalCode;
}

/** Stable: programs may rely on these words. */
export type RefusalCode = keyof typeof STATUS;

const STATUS = {
  bad_ids: 400,
  forbidden_origin: 403,
  not_found: 404,
  not_published: 404,
  method_not_allowed: 405,
  too_large: 413,
  too_many_ids: 413,
  too_many_requests: 429,
  unavailable: 503,
} as const;

/** An answer is data for a script: no cache keeps it, and no browser makes a page of it. */
const EVERY_ANSWER = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** A 200 answer. */
export function answer(body: ViewCounts | ViewHealth): Response {
  return json(200, body);
}

/** An answer that says why not, with the status that belongs to its code. */
export function refuse(code: RefusalCode, headers: Record<string, string> = {}): Response {
  const refusal: ViewRefusal = { code };
  return json(STATUS[code], refusal, headers);
}

function json(status: number, body: object, headers: Record<string, string> = {}): Response {
  return Response.json(body, {
    status,
    headers: { ...EVERY_ANSWER, ...headers },
  });
}
