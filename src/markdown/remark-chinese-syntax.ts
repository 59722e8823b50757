/**
 * Markdown's syntax where it misreads Chinese office text: asterisks that multiply or mask, an indented first line,
 * a dashed line under a paragraph.
 */
import type { Processor } from 'unified';
import type { Code, Construct, Extension, State } from 'micromark-util-types';

const ASTERISK = 42;

/** A run of asterisks that can only be text: `38.5*2*3`, `(1+2)*3`, `138****1234`, `李*华`. */
const literalAsterisks: Construct = {
  name: 'literalAsterisks',
  tokenize(effects, ok, nok) {
    const before = this.previous;
    let count = 0;
    return start;

    function start(code: Code): State | undefined {
      effects.enter('data');
      return inside(code);
    }

    function inside(code: Code): State | undefined {
      if (code === ASTERISK) {
        count += 1;
        effects.consume(code);
        return inside;
      }
      effects.exit('data');
      return isLiteral(before, count, code) ? ok(code) : nok(code);
    }
  },
};

function isLiteral(before: Code, count: number, after: Code): boolean {
  // Chinese has no italics, so one asterisk inside a word is a sign of multiplication or hides a character of a name.
  if (count === 1) return endsOperand(before) && startsOperand(after);
  // Telephone and identity numbers: 138****1234, 35*************123.
  if (count >= 4) return isAsciiWord(before) || isAsciiWord(after);
  return isAsciiWord(before) && isAsciiWord(after);
}

const isAsciiWord = matches(/^[\dA-Za-z]$/);
// Cs: half of a rare Han character beyond the first 65,536.
const endsOperand = matches(/^[\p{L}\p{N}\p{Cs})）%]$/u);
const startsOperand = matches(/^[\p{L}\p{N}\p{Cs}(（]$/u);

function matches(pattern: RegExp): (code: Code) => boolean {
  return (code) => code !== null && code > 0 && pattern.test(String.fromCharCode(code));
}

const chineseSyntax: Extension = {
  text: { [ASTERISK]: literalAsterisks },
  // Four spaces are a first-line indent, never program code; `---` under a paragraph is a rule, never a heading.
  // Bare addresses are `remarkBareAddresses`'s.
  disable: { null: ['codeIndented', 'setextUnderline', 'protocolAutolink', 'wwwAutolink'] },
};

/** Adds the syntax above to the parser. Must come after plugins that bring their own reading of `*`. */
export function remarkChineseSyntax(this: Processor): void {
  // oxlint-disable-next-line oxc/no-this-in-exported-function -- unified calls a plugin on its processor
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), chineseSyntax];
}
