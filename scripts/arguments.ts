/** The arguments that the scripts share, and how a wrong one is answered. */
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { siteOptions } from '../src/build/options.ts';
import type { SiteOptions } from '../src/build/options.ts';
import { EXIT } from './exit-codes.ts';
import { endOnMachineErrors } from './machine-errors.ts';

export { EXIT };

type OptionTypes = NonNullable<ParseArgsConfig['options']>;

const SITE_OPTIONS = {
  content: { type: 'string' },
  public: { type: 'string' },
  out: { type: 'string' },
  now: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies OptionTypes;

export interface Arguments<T extends OptionTypes> {
  values: ReturnType<typeof parseArgs<{ options: T & typeof SITE_OPTIONS }>>['values'];
  words: string[];
  site: SiteOptions;
}

/**
 * Reads the command line. `--help` prints the usage and ends with 0, an unknown option with 2.
 * @param usage what `--help` prints, in Chinese
 * @param options options of this script beside --content, --public, --out, --now
 */
export function readArguments<T extends OptionTypes>(usage: string, options: T): Arguments<T> {
  endOnMachineErrors();
  try {
    const { values, positionals } = parseArgs({
      options: { ...options, ...SITE_OPTIONS },
      allowPositionals: true,
    });
    const given = values as Record<string, string | boolean | undefined>;
    if (given['help']) {
      console.log(usage);
      process.exit(EXIT.good);
    }
    const text = (name: string): string | undefined => {
      const value = given[name];
      return typeof value === 'string' ? value : undefined;
    };
    const site = siteOptions({
      content: text('content'),
      public: text('public'),
      out: text('out'),
      now: text('now') ?? process.env['SITE_NOW'],
    });
    return { values: values as Arguments<T>['values'], words: positionals, site };
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      String(error.code).startsWith('ERR_PARSE_ARGS')
    ) {
      return wrongUse(`命令写得不对：${error.message}\n\n${usage}`);
    }
    throw error;
  }
}

/** Says what is wrong with the command and ends with 2. */
export function wrongUse(message: string): never {
  console.error(message);
  process.exit(EXIT.wrongUse);
}
