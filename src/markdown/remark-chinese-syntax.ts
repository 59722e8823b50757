/**
 * Markdown's syntax where it misreads Chinese office text: asterisks that multiply or mask, an indented first line,
 * a dashed line under a paragraph.
 */
import type { Processor } from 'unified';
import type { Code, Construct, Extension, Resolver, Token } from 'micromark-util-types';
import { addressRun } from './address-runs.ts';
import { boldAsterisks } from './bold-asterisks.ts';
import type { Neighbours } from './bold-asterisks.ts';
import { boldUnderscores } from './bold-underscores.ts';
import { literalAsterisks, literalTildes, literalUnderscores } from './literal-runs.ts';

const ASTERISK = 42;
const UNDERSCORE = 95;
const TILDE = 126;

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
        addressRun(ASTERISK),
        literalAsterisks,
        ...emphasis.map((construct) => watched(construct, asterisks, byAsterisks)),
      ],
      [TILDE]: [addressRun(TILDE), literalTildes],
      [UNDERSCORE]: [
        addressRun(UNDERSCORE),
        literalUnderscores,
        ...emphasis.map((construct) => watched(construct, underscores, byUnderscores)),
      ],
    },
    // The text of a link is resolved by itself, before what is around it.
    insideSpan: { null: [{ resolveAll: whereRunsAre(byAsterisks, byUnderscores) }] },
    // Four spaces are a first-line indent, never program code; `---` under a paragraph is a rule, never a heading.
    // Bare addresses are `remarkBareAddresses`'s.
    disable: {
      null: ['codeIndented', 'setextUnderline', 'protocolAutolink', 'wwwAutolink', 'emailAutolink'],
    },
  };
}

/** One resolver after the other; most stretches of text have nothing for them to look through. */
function whereRunsAre(...resolvers: readonly Resolver[]): Resolver {
  return (events, context) => {
    const holdsRuns = events.some(([, token]) => token.type === 'attentionSequence');
    return holdsRuns
      ? resolvers.reduce((resolved, resolve) => resolve(resolved, context), events)
      : events;
  };
}

/** Adds the syntax above to the parser. Must come after the plugin that reads `*` and `_` beside Chinese. */
export function remarkChineseSyntax(this: Processor): void {
  // oxlint-disable-next-line oxc/no-this-in-exported-function -- unified calls a plugin on its processor
  const data = this.data();
  const extensions = data.micromarkExtensions ?? [];
  const emphasis = extensions.flatMap(({ text }) => text?.[ASTERISK] ?? []);
  data.micromarkExtensions = [...extensions, chineseSyntax(emphasis)];
  // GFM looks for addresses in the finished text once more.
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) =>
      extension.enter?.['literalAutolink'] ? { ...extension, transforms: [] } : extension,
    );
}
