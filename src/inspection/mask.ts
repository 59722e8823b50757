/** Personal numbers are not repeated in a report that is printed and sent on. */
import { maskPersonal } from '../model/personal-data.ts';

const DIGIT = '[0-9０-９]';
/** What may stand between two digits and is not seen, or hardly. */
const BETWEEN = String.raw`[ \u00A0\u200B-\u200D\u2060\uFEFF-]`;
const RUN = new RegExp(`${DIGIT}(?:${BETWEEN}?${DIGIT}){7,}[Xx]?`, 'g');

/** Area code and number, as offices write them; nobody's own. */
const LANDLINE = /^0(?:10|2\d|[3-9]\d{2})-[1-9]\d{6,7}(?:-\d{1,6})?$/;
/** 第 123456789 页: of things, behind their number. */
const COUNTED = /^ ?(?:页|行|条|号|次|个|篇|期|版)/u;

/**
 * A text with every number hidden that is a person's, however it is written, or may be one: of a mobile number 138****1234
 * stays, of an identity number 65*************123, of another one of eight digits or more its two ends. Dates, and names of
 * articles that begin with one, stay as they are; so do telephones of offices, and what is counted.
 */
export function masked(text: string): string {
  return maskPersonal(text).replaceAll(RUN, (run, at: number, whole: string) => {
    const plain = run.normalize('NFKC').replaceAll(/[^\dXx]/g, '');
    const isUnbroken = /^\p{N}+[Xx]?$/u.test(run);
    if (isDate(run) || LANDLINE.test(run)) return run;
    if (
      isUnbroken &&
      whole.slice(0, at).trimEnd().endsWith('第') &&
      COUNTED.test(whole.slice(at + run.length))
    )
      return run;
    if (/^1[3-9]\d{9}$/.test(plain)) return `${plain.slice(0, 3)}****${plain.slice(-4)}`;
    if (plain.length >= 15) {
      return `${plain.slice(0, 2)}${'*'.repeat(plain.length - 5)}${plain.slice(-3)}`;
    }
    if (!isUnbroken && plain.length < 11) return run;
    return `${plain.slice(0, 2)}${'*'.repeat(plain.length - 4)}${plain.slice(-2)}`;
  });
}

/** `20261126`, `2026-11-26`, `2026-11-26 09`, `2026-11-26-0930`. */
function isDate(run: string): boolean {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})(-?)(\d{2})\2(\d{2})(?:[- ]\d{1,4})?$/.exec(run)?.filter((_, index) => index !== 2) ??
    [];
  if (year < '1949' || year > '2099') return false;
  return month >= '01' && month <= '12' && day >= '01' && day <= '31';
}
