/** Bare addresses of the web and of mail in a sentence: where they begin, and where the Chinese goes on. */
import { linkKind } from '../model/link-kind.ts';

/** A host in Latin letters or under 政务. */
const HOST = String.raw`(?:(?:(?:[\w-]+|\p{Script=Han}+)\.)+政务(?:\.cn)?|[\w-]+(?:\.[\w-]+)+)`;
/** Printable ASCII without what ends or marks up a sentence, up to the next address of a list. */
const PATH = String.raw`(?:[:/?#](?:(?![;,](?:https?:\/\/|www\.))[!-;=?-[\]^-~])*)?`;
/** Chinese words of a path: the end of a page's name shows that they are no sentence, `…/通知/2026年.html`. */
const CHINESE_PATH = String.raw`(?:(?<=\/)(?:[\p{Script=Han}\w%-]{1,60}\/){0,6}[\p{Script=Han}\w%-]{1,60}\.(?:s?html?|jhtml|jspx?|aspx?|php)(?![A-Za-z\d]))?`;
const WEB = String.raw`(?<![\dA-Za-z/.@-])(?:https?:\/\/|www\.)${HOST}${PATH}${CHINESE_PATH}`;
/** None that is masked: `w**g@163.com` is no address that anybody could write to. */
const MAIL = String.raw`(?<![\w.+~/-]|\*\*|[\w.+~-]\*)(?<mail>[\w.+~-]+@(?:[A-Za-z\d-]+\.)+[A-Za-z]{2,})(?![A-Za-z\d])`;
const ADDRESS = new RegExp(`${WEB}|${MAIL}`, 'giu');

/** Whether a text may hold an address. */
export const ADDRESS_SIGN = /:\/\/|www\.|@/i;

export interface BareAddress {
  /** UTF-16 offset in the text. */
  index: number;
  written: string;
  url: string;
}

/** The addresses in a text, in order. */
export function bareAddresses(text: string): BareAddress[] {
  if (!ADDRESS_SIGN.test(text)) return [];
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: match, index, groups }) => {
    if (groups?.['mail']) return [{ index, written: match, url: `mailto:${match}` }];
    const written = withoutTrail(match);
    const url = /^www\./i.test(written) ? `http://${written}` : written;
    // `https://www.gov.cn:80@evil.example/` leads elsewhere than it seems to: it stays text.
    return linkKind(url) === 'web' ? [{ index, written, url }] : [];
  });
}

/** Without the marks that end the sentence, and without a bracket that was opened before the address. */
function withoutTrail(address: string): string {
  const trimmed = address.replace(/[!"'*,.:;?_~]+$/, '');
  const opened = trimmed.split('(').length;
  const closed = trimmed.split(')').length;
  return trimmed.endsWith(')') && closed > opened ? withoutTrail(trimmed.slice(0, -1)) : trimmed;
}

/** What looks like an address, masked ones too (`http://www.***.gov.cn/`, `zhang***@163.com`), to the last sign but `*`, `_`, `~`. */
const LOOKS_LIKE_ADDRESS =
  /(?:https?:\/\/|www\.)[!-;=?-~]*[!-)+-;=?-^`-}]|[\w.+~*-]{1,100}@[A-Za-z\d-]+\./gi;

/** Whether the sign at an offset is a part of what looks like an address. */
export function signsInAddresses(text: string): (index: number) => boolean {
  if (!ADDRESS_SIGN.test(text)) return () => false;
  const ranges = [...text.matchAll(LOOKS_LIKE_ADDRESS)].map(
    ({ 0: address, index }) => [index, index + address.length] as const,
  );
  return (index) => ranges.some(([start, end]) => start <= index && index < end);
}
