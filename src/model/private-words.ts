/** What is looked for even where words are not judged as such: in code, names of files, fields that hold names. */
import { leaksIn } from './leaks.ts';
import { personalNumbers } from './personal-data.ts';

/** The numbers of persons and the leaks of a text, each as it is written there. */
export function privateWords(text: string): string[] {
  return [...personalNumbers(text), ...leaksIn(text)].map(({ at, length }) =>
    text.slice(at, at + length),
  );
}

/**
 * Those of an address that readers see: names of files beside a text, and telephones. A number in the address of another site
 * may be anything; it is a person's by its own check digit, or where the name of its parameter says so.
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
    .filter(
      ({ kind, at }) => kind === 'id' || (kind === 'mobile' && PARAMETER.test(text.slice(0, at))),
    )
    .map(({ at, length }) => text.slice(at, at + length));
}

/** `?phone=`, `&lxdh=`: of telephones. */
const PARAMETER =
  /[?&;#](?:\w*(?:phone|mobile|tel|shouji|dianhua)\w*|sjh?m?|sjhm|lxdh|dh|手机号?码?|电话)=\+?$/iu;

function decodedAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
