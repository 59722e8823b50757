/** Packages that are not there, or not whole: node_modules was half deleted, half copied, or half installed. */

export const MISSING_PROGRAMS =
  '程序的组件不全（node_modules 文件夹里缺文件）。请删掉 node_modules 文件夹，再运行一次，会重新安装。';

/** Whether an error says that a package, or a part of one, cannot be imported; a module of our own that is missing is a bug. */
export function isOfMissingPrograms(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') {
    const module = missingModule(error);
    return /^[@a-z](?!:)/i.test(module) || IN_PACKAGE.test(module);
  }
  // A file that was cut off is told with its place alone.
  const [place = ''] = error instanceof SyntaxError ? (error.stack ?? '').split('\n') : [];
  return /^(?:file:|\/|[a-z]:)/i.test(place) && IN_PACKAGE.test(place);
}

/** What could not be found; Node tells it in words alone, with who imports it behind. */
export function missingModule(error: unknown): string {
  const said = error instanceof Error ? error.message : '';
  return /^[^']*'([^']+)'(?: imported from |\nRequire stack)/.exec(said)?.[1] ?? said;
}

const IN_PACKAGE = /[\\/]node_modules[\\/]/;
