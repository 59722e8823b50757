/** What came instead of a page, in a few words of Chinese. */
import type { Answer, Failure } from './ask.ts';

const FAILURES: Readonly<Record<Failure, string>> = {
  timeout: '等了很久没有回应',
  name: '没有这个域名',
  tls: '浏览器不认它的证书',
  refused: '拒绝连接',
  loop: '不停地转来转去',
  other: '没有回应',
};

/** 回答 500, 浏览器不认它的证书. */
export function answerWords({ status, failure, elsewhere }: Answer): string {
  if (elsewhere !== undefined) return `转到别的域名 ${new URL(elsewhere).host}`;
  return status === 0 ? FAILURES[failure ?? 'other'] : `回答 ${status}`;
}

/** Addresses that are named in a sentence; the report has all. */
const MOST_NAMED = 5;

/** The first ones of many addresses. */
export function firstOf(urls: readonly string[]): string {
  return `${urls.slice(0, MOST_NAMED).join('、')}${urls.length > MOST_NAMED ? ' 等' : ''}`;
}
