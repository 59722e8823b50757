/** What is looked for even where words are not judged as such: in code, names of files, fields that hold names. */
import { leaksIn } from './leaks.ts';
import { personalNumbers } from './personal-data.ts';

/** The numbers of persons and the leaks of a text, each as it is written there. */
export function privateWords(text: string): string[] {
  return [...personalNumbers(text), ...leaksIn(text)].map(({ at, length }) =>
    text.slice(at, at + length),
  );
}

/** Those of an address that readers see: names of files beside a text, and telephones. Numbers of other sites say nothing. */
export function privateWordsOfAddress(address: string): string[] {
  if (/^(?!tel:|sms:|mailto:)[a-z][a-z\d+.-]*:|^\/\//i.test(address)) return [];
  return privateWords(decodedAddress(address.replace(/^(?:tel|sms):/i, '')));
}

function decodedAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
