/** Answers of the desk, with the headers that each of them has. */
import type { Refusal } from '../api.ts';

const COMMON = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
};

/** @param previewOrigin what its frame may show */
export function pagePolicy(previewOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    `frame-src ${previewOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function answerJson(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: {
      ...COMMON,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'",
    },
  });
}

/** A sentence in Chinese and what to do about it. */
export function refuse(status: number, message: string, fix: string): Response {
  const refusal: Refusal = { message, fix };
  return answerJson(refusal, status);
}

export function answerText(
  text: string | Uint8Array,
  type: string,
  {
    status = 200,
    policy = "default-src 'none'",
    headers = {},
  }: { status?: number; policy?: string; headers?: Record<string, string> } = {},
): Response {
  const body = typeof text === 'string' ? text : new Uint8Array(text);
  return new Response(body, {
    status,
    headers: { ...COMMON, 'Content-Type': type, 'Content-Security-Policy': policy, ...headers },
  });
}

export const GONE = (): Response =>
  refuse(404, '没有这篇稿件：可能已经改名或者删掉了。', '请回到列表，重新打开。');

export const NOWHERE = (): Response => refuse(404, '写稿台没有这个地址。', '请重新打开写稿台。');

export const TOO_LARGE = (): Response => refuse(413, '文件超过 100 MB。', '请缩小以后再放进来。');
