/** The arguments that the scripts share, and how a wrong one is answered. */
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { readNow, siteOptions } from '../src/output/options.ts';
import type { SiteOptions } from '../src/output/options.ts';
import { nearest } from '../src/model/nearest.ts';
import { printableLines } from '../src/model/printable.ts';
import { EXIT } from './exit-codes.ts';
import { endOnMachineErrors } from './machine-errors.ts';
import {
  commandToType,
  mistypedFlags,
  optionsThatNpmTook,
  optionsWithoutValue,
} from './npm-options.ts';

export { EXIT };

type OptionTypes = NonNullable<ParseArgsConfig['options']>;

const SITE_OPTIONS = {
  content: { type: 'string' },
  public: { type: 'string' },
  out: { type: 'string' },
  now: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies OptionTypes;

type Values<T extends OptionTypes> = ReturnType<
  typeof parseArgs<{ options: T & typeof SITE_OPTIONS }>
>['values'];

export interface Arguments<T extends OptionTypes> {
  values: Values<T>;
  words: string[];
  site: SiteOptions;
}

/**
 * Reads the command line. `--help` prints the usage and ends with 0, what is not understood with 2. Options that npm
 * took for its own are taken back where it is certain what they were; otherwise it is said how to type them.
 * @param usage what `--help` prints, in Chinese
 * @param options options of this script beside --content, --public, --out, --now
 * @param takes words beside options are wrong use unless the script takes them
 */
export function readArguments<T extends OptionTypes>(
  usage: string,
  options: T,
  takes: 'words' | 'options' = 'words',
): Arguments<T> {
  endOnMachineErrors();
  const all = { ...options, ...SITE_OPTIONS };
  const { given, words } = parsed(all, usage);
  if (given['help']) {
    console.log(usage);
    process.exit(EXIT.good);
  }
  for (const word of words) refuseWideDashes(word, all, usage);
  takeBack(all, given, words, takes, usage);
  for (const name of ['content', 'public', 'out']) {
    if (given[name] === '') wrongUse(`「--${name}」后面没有写文件夹。\n\n${usage}`);
  }
  if (takes === 'options' && words.length > 0) {
    wrongUse(`命令写得不对：多了「${words.join(' ')}」。\n\n${usage}`);
  }
  const text = (name: string): string | undefined => {
    const value = given[name];
    return typeof value === 'string' ? value : undefined;
  };
  const site = siteOptions({
    content: text('content'),
    public: text('public'),
    out: text('out'),
    now: presentOf(text('now'), '--now') ?? presentOf(process.env['SITE_NOW'], 'SITE_NOW'),
  });
  return { values: given as Values<T>, words, site };
}

type Given = Record<string, string | boolean | undefined>;

function parsed(options: OptionTypes, usage: string): { given: Given; words: string[] } {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    return { given: { ...values } as Given, words: positionals };
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (!String(error.code).startsWith('ERR_PARSE_ARGS')) throw error;
    return wrongUse(`命令写得不对：${parsingProblem(error.message, options)}\n\n${usage}`);
  }
}

/** Node's messages name the option in quotation marks, and are English. */
function parsingProblem(message: string, options: OptionTypes): string {
  const [, written = '', name = written] = /'((?:-\w, )?(--?[^\s']+)[^']*)'/.exec(message) ?? [];
  const [option = ''] = writtenOption(name).split(/[=＝]/);
  if (name.includes('＝')) return `「${name}」里的等号是全角的，请改成英文的「=」。`;
  const type = name.startsWith('--') ? options[option]?.type : undefined;
  if (type === 'boolean') return `「--${option}」后面不写值。`;
  if (type === 'string') return `「--${option}」后面要写值。`;
  const meant = nearest(option, Object.keys(options));
  return `没有「${name.startsWith('--') ? name : `-${option}`}」这个选项。${meant ? `是不是「--${meant}」？` : ''}`;
}

/** Node takes `-fix` for three options of a letter each. */
function writtenOption(name: string): string {
  const whole = process.argv
    .slice(2)
    .find((word) => !name.startsWith('--') && word.startsWith(name));
  return (whole ?? name).replace(/^--?/, '');
}

/** A Chinese keyboard, or a command copied out of Word, makes other dashes: the option would pass for a word of a title. */
function refuseWideDashes(word: string, options: OptionTypes, usage: string): void {
  const [, written = ''] = /^[-－‐‑‒–—―−─]{1,2}([a-z]+)/i.exec(word.normalize('NFC')) ?? [];
  const option = Object.keys(options).find((name) => name === written.toLowerCase());
  if (option === undefined || word.startsWith('-')) return;
  wrongUse(`「${word}」前面的横线不对，要写两个英文减号：「--${option}」。\n\n${usage}`);
}

function takeBack(
  options: OptionTypes,
  given: Given,
  words: string[],
  takes: 'words' | 'options',
  usage: string,
): void {
  const took = optionsThatNpmTook(options, process.env);
  const [flag] = mistypedFlags(options, process.env);
  if (flag) {
    wrongUse(`没有「--${flag.written}」这个选项。是不是「--${flag.meant}」？\n\n${usage}`);
  }
  for (const name of took.keys()) if (given[name] !== undefined) took.delete(name);
  const waiting = optionsWithoutValue(options, took);
  const [word, ...others] = words;
  const certain = takes === 'options' && word !== undefined && others.length === 0;
  if (waiting.length > 1 || (waiting.length === 1 && !certain)) {
    const names = waiting.map((name) => `「--${name}」`).join('、');
    wrongUse(
      `npm 把${names}拿走了，程序没有收到。请照下面这样输入（「--」连同引号一起，cmd、PowerShell、sh 都一样）：\n` +
        `  ${commandToType(options, took, words, process.env)}\n\n${usage}`,
    );
  }
  for (const [name, value] of took) given[name] = value;
  if (waiting[0] !== undefined) given[waiting[0]] = words.pop();
}

function presentOf(written: string | undefined, where: string): string | undefined {
  if (written === undefined) return undefined;
  const reading = readNow(written);
  return 'text' in reading
    ? reading.text
    : wrongUse(`${where}：${reading.message}\n${reading.fix}`);
}

/** `--help` of a script that hands its arguments on to another program: prints the usage and ends with 0. */
export function answerHelp(usage: string): void {
  if (!process.argv.slice(2).some((word) => word === '--help' || word === '-h')) return;
  console.log(usage);
  process.exit(EXIT.good);
}

/** Says what is wrong with the command and ends with 2. */
export function wrongUse(message: string): never {
  console.error(printableLines(message));
  process.exit(EXIT.wrongUse);
}
