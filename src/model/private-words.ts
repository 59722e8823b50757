/** What is looked for even where words are not judged as such: in code, names of files, fields that hold names. */
import { leaksIn } from './leaks.ts';
import { maskPersonal, personalNumbers } from './personal-data.ts';
import type { PersonalNumber } from './personal-data.ts';

/** The numbers of persons and the leaks of a text, each as it is written there. */
export function privateWords(text: string): string[] {
  return [...personalNumbers(text), ...leaksIn(text)].map(({ at, length }) =>
    text.slice(at, at + length),
  );
}

/**
 * Those of an address that readers see: names of files beside a text, and telephones. A number in the address of another site
 * may be anything; it is a person's by its own check digit, or where it stands alone as telephones do.
 */
export function privateWordsOfAddress(address: string): string[] {
  const isOther = /^(?!tel:|sms:|mailto:)[a-z][a-z\d+.-]*:|^\/\//i.test(address);
  if (isOther) return privateWordsOfOther(address);
  return privateWords(decodedAddress(address.replace(/^(?:tel|sms):/i, '')));
}

/** The same of an address of another site, or of the one that was there before this. */
export function privateWordsOfOther(address: string): string[] {
  const text = decodedAddress(address);
  return personalNumbers(text)
    .filter((number) => isPersons(number, text))
    .map(({ at, length }) => text.slice(at, at + length));
}

/** An address in which nothing of a person's number is left; one without any stays as it is written. */
export function maskedAddress(address: string): string {
  const text = decodedAddress(address);
  const masked = maskPersonal(text);
  return masked === text ? address : masked;
}

/** `?phone=`, `&lxdh=`: of telephones. */
const PARAMETER =
  /[?&;#](?:\w*(?:phone|mobile|tel|shouji|dianhua)\w*|sjh?m?|sjhm|lxdh|dh|手机号?码?|电话)=\+?$/iu;
/** Before and behind a number that is no part of a longer name: `content_13912345678`, `JGSW-13912345678` are names. */
const BEGINS = /(?:^|[/?&=#;,.:@~!|()[\]{} '"+]|\p{Script=Han})$/u;
const ENDS = /^(?:$|[/?&=#;,.:@~!|()[\]{} '"+]|\p{Script=Han})/u;
/** `?id=`, `&newsId=`: of articles. */
const NUMBERED = /[?&;#]\w*id=$/iu;
const WHOLE_MOBILE = /^(?:\+?(?:00)?86[ -]?)?1[3-9]\d{9}$/;

function isPersons({ kind, at, length }: PersonalNumber, text: string): boolean {
  const words = text.slice(at, at + length);
  // Folders of a district, a day and a number are eighteen digits, too.
  if (kind === 'id') return !words.includes('/');
  if (kind !== 'mobile') return false;
  const before = text.slice(0, at);
  if (PARAMETER.test(before)) return true;
  if (NUMBERED.test(before)) return false;
  return WHOLE_MOBILE.test(words) && BEGINS.test(before) && ENDS.test(text.slice(at + length));
}

function decodedAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
