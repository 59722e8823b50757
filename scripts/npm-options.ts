/**
 * Options that npm took for its own: without `--`, which PowerShell drops, `npm run serve --port 80` gives the script a
 * bare `80`, and the option stands in the environment.
 */
import type { ParseArgsConfig } from 'node:util';
import { nearest } from '../src/model/nearest.ts';

type OptionTypes = NonNullable<ParseArgsConfig['options']>;
type Environment = Readonly<Record<string, string | undefined>>;

/** Names that npm takes for the beginning of a setting of its own; what is given to it is this option's value. */
const LENGTHENED: Readonly<Record<string, string>> = { to: 'token-description' };

/** By option: its value as `--port=80` gave it, or true where npm has left the value, if any, among the words. */
export function optionsThatNpmTook(
  options: OptionTypes,
  env: Environment,
): Map<string, string | true> {
  const took = new Map<string, string | true>();
  if (!env['npm_command'] || !env['npm_lifecycle_event']) return took;
  for (const [name, { type }] of Object.entries(options)) {
    const value = env[variable(name)] ?? env[variable(LENGTHENED[name] ?? name)];
    if (value === 'true') took.set(name, true);
    else if (value && type === 'string') took.set(name, value);
    // npm reads --no-search as search without a value.
    else if (env[variable(name.replace(/^no-/, ''))] === '' && name.startsWith('no-'))
      took.set(name, true);
  }
  return took;
}

/** Flags that npm took and that are no options, but nearly: `--ful`. Its own settings have other names, or values. */
export function mistypedFlags(
  options: OptionTypes,
  env: Environment,
): { written: string; meant: string }[] {
  if (!env['npm_command'] || !env['npm_lifecycle_event']) return [];
  const names = Object.keys(options).filter((name) => name.length > 3);
  return Object.entries(env).flatMap(([key, value]) => {
    const [, rest] = /^npm_config_(\w+)$/.exec(key) ?? [];
    if (value !== 'true' || rest === undefined) return [];
    const written = rest.replaceAll('_', '-');
    const meant = nearest(written, names);
    return meant === undefined || Object.hasOwn(options, written) ? [] : [{ written, meant }];
  });
}

function variable(option: string): string {
  return `npm_config_${option.replaceAll('-', '_')}`;
}

/**
 * The command as it must be typed, in cmd, PowerShell and sh alike: PowerShell leaves `--` alone in quotes.
 * @param words what npm has left; the first is taken for the value of a single option without one
 */
export function commandToType(
  options: OptionTypes,
  took: ReadonlyMap<string, string | true>,
  words: readonly string[],
  env: Environment,
): string {
  const rest = [...words];
  const waiting = optionsWithoutValue(options, took);
  const valueOf = (name: string): string => {
    const value = took.get(name);
    if (typeof value === 'string') return ` ${quoted(value)}`;
    if (options[name]?.type === 'boolean') return '';
    const [word] = waiting.length === 1 ? rest.splice(0, 1) : [];
    return ` ${word === undefined ? '…' : quoted(word)}`;
  };
  const given = [...took.keys()].map((name) => `--${name}${valueOf(name)}`);
  return [npmCommand(env), '"--"', ...given, ...(waiting.length > 1 ? [] : rest.map(quoted))].join(
    ' ',
  );
}

/** Of the options that npm took, those whose value is still to be found. */
export function optionsWithoutValue(
  options: OptionTypes,
  took: ReadonlyMap<string, string | true>,
): string[] {
  return [...took.keys()].filter(
    (name) => took.get(name) === true && options[name]?.type === 'string',
  );
}

function npmCommand({ npm_command: command = '', npm_lifecycle_event: event = '' }: Environment) {
  return ['start', 'test'].includes(command) ? `npm ${command}` : `npm run ${event}`;
}

function quoted(word: string): string {
  return /^[A-Za-z0-9.:/_-]+$/.test(word) ? word : `"${word}"`;
}
