/** Runs of `*`, `_` and `~` within a bare address: they belong to it (`https://…/a_b_c~d`, `zhang_san_@…`). */
import type { Code, Construct, State, TokenizeContext } from 'micromark-util-types';
import { mergeData } from './merge-data.ts';

/** How far back the beginning of an address, and of the bold type around it, is looked for: lines may be endless. */
const LOOK_BACK = 500;
const LONGEST_MAIL_NAME = 100;
const BEGIN = /(?<![\dA-Za-z/.@-])(?:https?:\/\/|www\.)[!-;=?-~]*$/i;
const EACH_ADDRESS = /(?:https?:\/\/|www\.)[!-;=?-~]*/gi;

/** Reads a run of `sign` as text where it is a part of an address. */
export function addressRun(sign: number): Construct {
  const character = String.fromCharCode(sign);
  const anyRun = new RegExp(String.raw`(?<!\${character})\${character}{2,3}(?!\${character})`, 'g');
  const endOfRun = new RegExp(String.raw`\${character}*$`);

  /** Bold type that began before the address may end in it. */
  function mayClose(before: string): boolean {
    const outside = before.replaceAll(EACH_ADDRESS, (address) => endOfRun.exec(address)?.[0] ?? '');
    return (outside.match(anyRun)?.length ?? 0) % 2 === 1;
  }

  return {
    name: 'addressRun',
    tokenize(effects, ok, nok) {
      const { previous } = this;
      const before = textBefore(this);
      const begin = BEGIN.exec(before)?.index;
      let count = 0;
      let passed = 0;
      return start;

      function start(code: Code): State | undefined {
        effects.enter('data');
        return inside(code);
      }

      function inside(code: Code): State | undefined {
        if (code === sign) {
          count += 1;
          effects.consume(code);
          return inside;
        }
        if (count > 1 && mayClose(begin === undefined ? before : before.slice(0, begin)))
          return nok(code);
        if (begin !== undefined) return behindRun(code);
        const isMask = count > 1 && isAt(code) && character === '*';
        const isInName = isMailName(previous) || (count === 1 && character === '_');
        return isMask || isInName ? name(code) : nok(code);
      }

      /** The marks that may end a sentence: only what follows shows that the address goes on. */
      function behindRun(code: Code): State | undefined {
        if (isPause(code) && passed < LONGEST_MAIL_NAME) {
          passed += 1;
          effects.consume(code);
          return behindRun;
        }
        effects.exit('data');
        return goesOn(code) ? ok(code) : nok(code);
      }

      function name(code: Code): State | undefined {
        if (isAt(code)) {
          effects.consume(code);
          return host;
        }
        if (!isMailName(code) && !isRun(code)) return nok(code);
        passed += 1;
        if (passed > LONGEST_MAIL_NAME) return nok(code);
        effects.consume(code);
        return name;
      }

      function host(code: Code): State | undefined {
        effects.exit('data');
        return isWord(code) ? ok(code) : nok(code);
      }
    },
    resolveAll: mergeData,
  };
}

/** What stands on the line, or behind its last tab. */
function textBefore(context: TokenizeContext): string {
  const end = context.now();
  const { _bufferIndex: index } = end;
  if (index <= 0) return '';
  return context.sliceSerialize({
    start: { ...end, _bufferIndex: Math.max(0, index - LOOK_BACK) },
    end,
  });
}

const isWord = matches(/^[\dA-Za-z]$/);
const isMailName = matches(/^[\dA-Za-z.+-]$/);
const isRun = matches(/^[*_~]$/);
const isAt = matches(/^@$/);
const isPause = matches(/^[!,.:;?-]$/);
const goesOn = matches(/^[\dA-Za-z/%&=#@~_*+$]$/);

function matches(pattern: RegExp): (code: Code) => boolean {
  return (code) => code !== null && code > 0 && pattern.test(String.fromCharCode(code));
}
