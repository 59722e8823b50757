/** 上标 and 下标 as characters of their own, which need no markup: 10⁸, H₂O. */

const PLAIN = '0123456789+-=()n';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ';

function mapOf(forms: string): ReadonlyMap<string, string> {
  return new Map([...PLAIN].map((plain, index) => [plain, [...forms][index] ?? '']));
}

const FORMS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['sup', mapOf(RAISED)],
  ['sub', mapOf(LOWERED)],
]);

/** `sup`, `8` → ⁸; undefined where a character has no such form. */
export function raisedText(tag: string, text: string): string | undefined {
  const forms = FORMS.get(tag);
  const characters = [...text.trim().replaceAll(/[−–－]/g, '-')].map((each) => forms?.get(each));
  return characters.length > 0 && characters.every((each) => each !== undefined)
    ? characters.join('')
    : undefined;
}
