/**
 * Markdown's syntax where it misreads Chinese office text: asterisks that multiply or mask, an indented first line,
 * a dashed line under a paragraph.
 */
import type { Processor } from 'unified';
import type { Code, Construct, Extension, Resolver, State, Token } from 'micromark-util-types';
import { boldAsterisks } from './bold-asterisks.ts';
import type { Neighbours } from './bold-asterisks.ts';
import { boldUnderscores } from './bold-underscores.ts';

const ASTERISK = 42;
const UNDERSCORE = 95;
const TILDE = 126;

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
  // Nothing is as bold as that: 密码******.
  if (count >= 5) return true;
  // Telephone numbers: 138****1234. Two or three are `boldAsterisks`'s to judge.
  return count === 4 && (isAsciiWord(before) || isAsciiWord(after));
}

/** `节水8~~9万吨`: a range whose sign was typed twice, and no text that is struck out. */
const literalTildes: Construct = {
  name: 'literalTildes',
  tokenize(effects, ok, nok) {
    const isRange = endsAmount(this.previous);
    let count = 0;
    return start;

    function start(code: Code): State | undefined {
      if (!isRange) return nok(code);
      effects.enter('data');
      return inside(code);
    }

    function inside(code: Code): State | undefined {
      if (code === TILDE) {
        count += 1;
        effects.consume(code);
        return inside;
      }
      effects.exit('data');
      return count >= 2 && isDigit(code) ? ok(code) : nok(code);
    }
  },
};

const isAsciiWord = matches(/^[\dA-Za-z]$/);
// Cs: half of a rare Han character beyond the first 65,536.
const endsOperand = matches(/^[\p{L}\p{N}\p{Cs})）%]$/u);
const isDigit = matches(/^\d$/);
const endsAmount = matches(/^[\d%％‰℃°十百千万亿年月日时点元吨]$/u);
const startsOperand = matches(/^[\p{L}\p{N}\p{Cs}(（]$/u);

function matches(pattern: RegExp): (code: Code) => boolean {
  return (code) => code !== null && code > 0 && pattern.test(String.fromCharCode(code));
}

/** Runs that may begin or end bold type, with what stands beside them. */
type Runs = WeakMap<Token, Neighbours>;

/** The reading of `*` or `_` that an extension brought, with what stands beside each run kept. */
function watched({ tokenize, ...construct }: Construct, runs: Runs, resolver: Resolver): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const before = characterOf(this.previous);
      return tokenize.call(
        this,
        effects,
        (code) => {
          const token = this.events.at(-1)?.[1];
          if (token?.type === 'attentionSequence')
            runs.set(token, { before, after: characterOf(code) });
          return ok(code);
        },
        nok,
      );
    },
    resolveAll: (events, context) =>
      construct.resolveAll?.(resolver(events, context), context) ?? events,
  };
}

/** A line's end, a tab and the end of the text are none. */
function characterOf(code: Code): string {
  return code === null || code < 0 ? '' : String.fromCharCode(code);
}

function chineseSyntax(emphasis: readonly Construct[]): Extension {
  const asterisks: Runs = new WeakMap();
  const underscores: Runs = new WeakMap();
  const byAsterisks = boldAsterisks((token) => asterisks.get(token));
  const byUnderscores = boldUnderscores((token) => underscores.get(token));
  return {
    text: {
      [ASTERISK]: [
        literalAsterisks,
        ...emphasis.map((construct) => watched(construct, asterisks, byAsterisks)),
      ],
      [TILDE]: literalTildes,
      [UNDERSCORE]: emphasis.map((construct) => watched(construct, underscores, byUnderscores)),
    },
    // The text of a link is resolved by itself, before what is around it.
    insideSpan: { null: [{ resolveAll: byAsterisks }, { resolveAll: byUnderscores }] },
    // Four spaces are a first-line indent, never program code; `---` under a paragraph is a rule, never a heading.
    // Bare addresses are `remarkBareAddresses`'s.
    disable: { null: ['codeIndented', 'setextUnderline', 'protocolAutolink', 'wwwAutolink'] },
  };
}

/** Adds the syntax above to the parser. Must come after the plugin that reads `*` and `_` beside Chinese. */
export function remarkChineseSyntax(this: Processor): void {
  // oxlint-disable-next-line oxc/no-this-in-exported-function -- unified calls a plugin on its processor
  const data = this.data();
  const extensions = data.micromarkExtensions ?? [];
  const emphasis = extensions.flatMap(({ text }) => text?.[ASTERISK] ?? []);
  data.micromarkExtensions = [...extensions, chineseSyntax(emphasis)];
}
