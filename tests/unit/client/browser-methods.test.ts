/**
 * What scripts call is there in the browsers that offices have: the builder writes newer syntax for them, and adds no method.
 * TypeScript says which methods are of a later edition of the language than the browser knows.
 */
import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../../../src');
const methods = (list: string): string =>
  ['Array', 'ReadonlyArray'].map((name) => `interface ${name}<T> { ${list} }`).join('\n');
/** Of ES2023, and in Chromium from 97 on. */
const IN_97 = `
  findLast(isWanted: (value: T) => boolean): T | undefined;
  findLastIndex(isWanted: (value: T) => boolean): number;`;
/** What `client/search/older-browsers.ts` stands in for. */
const STOOD_IN = `
  toReversed(): T[];
  toSorted(compare?: (one: T, two: T) => number): T[];`;
/** Of the browser itself, with the Chromium that brought it. */
const LATER_OF_BROWSER: ReadonlyMap<string, number> = new Map([
  ['inert', 102],
  ['timeout', 103],
  ['checkVisibility', 105],
  ['popover', 114],
  ['showPopover', 114],
  ['togglePopover', 114],
  ['any', 116],
  ['startViewTransition', 111],
  ['canParse', 120],
  ['setHTMLUnsafe', 124],
  ['getHTML', 125],
  ['moveBefore', 133],
  ['closedBy', 134],
]);
/** “Property … does not exist. Do you need to change your target library?” and its kin. */
const LATER_OF_LANGUAGE = new Set([2550, 2552, 2583, 2568]);

/** Calls in these files, and in what they load, that a browser of that year and version has not. */
function later(
  entries: readonly string[],
  { edition, version, more = '' }: { edition: string; version: number; more?: string },
): string[] {
  const options: ts.CompilerOptions = {
    noEmit: true,
    strict: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    lib: [`lib.${edition}.d.ts`, 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const added = join(SRC, 'more.d.ts');
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === added || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === added
      ? ts.createSourceFile(name, more, ts.ScriptTarget.ESNext)
      : getSourceFile(name, ...rest);
  const program = ts.createProgram([...entries, added], options, host);
  const own = program.getSourceFiles().filter(({ fileName }) => isOwn(fileName));
  return own.flatMap((file) => {
    const place = (start: number): string =>
      `${relative(SRC, file.fileName)}:${file.getLineAndCharacterOfPosition(start).line + 1}`;
    const ofLanguage = program
      .getSemanticDiagnostics(file)
      .filter(({ code }) => LATER_OF_LANGUAGE.has(code))
      .map(({ start = 0, messageText }) => {
        const words = ts.flattenDiagnosticMessageText(messageText, ' ');
        return `${place(start)} ${/'(\w+)'/.exec(words)?.[1] ?? words}`;
      });
    const ofBrowser: string[] = [];
    const look = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) {
        const since = LATER_OF_BROWSER.get(node.name.text) ?? 0;
        if (since > version) ofBrowser.push(`${place(node.name.getStart(file))} ${node.name.text}`);
      }
      ts.forEachChild(node, look);
    };
    look(file);
    return [...ofLanguage, ...ofBrowser];
  });
}

function isOwn(fileName: string): boolean {
  return fileName.startsWith(SRC) && fileName.endsWith('.ts') && !fileName.endsWith('.d.ts');
}

const CLIENT = globSync('client/**/*.{ts,js}', { cwd: SRC }).map((name) => join(SRC, name));
const isOfSearch = (file: string): boolean => /\/client\/search(?:-page\.ts$|\/)/.test(file);

describe('every method is there', () => {
  it('in Chromium 100, on all pages', () => {
    const pages = CLIENT.filter((file) => !isOfSearch(file));
    expect(pages.length).toBeGreaterThan(15);
    expect(later(pages, { edition: 'es2022', version: 100, more: methods(IN_97) })).toEqual([]);
  });

  it('in Chromium 100, in the search with what stands in for later ones', () => {
    const search = CLIENT.filter(isOfSearch);
    expect(search.length).toBeGreaterThan(25);
    const more = methods(IN_97 + STOOD_IN);
    expect(later(search, { edition: 'es2022', version: 100, more })).toEqual([]);
  });

  it('in Chromium 110, at the desk', () => {
    const desk = globSync('desk/client/**/*.ts', { cwd: SRC }).map((name) => join(SRC, name));
    expect(desk.length).toBeGreaterThan(15);
    expect(later(desk, { edition: 'es2023', version: 110 })).toEqual([]);
  });
});
