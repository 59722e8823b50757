/** What a publication would do, or has done, as it is told: numbers, and the first few pages that readers see. */
import { writeFileSync } from 'node:fs';
import { printable } from '../src/model/printable.ts';
import { isHashed, phaseOf } from '../src/publish/release/order.ts';
import type { Plan } from '../src/publish/release/plan.ts';

/** So many addresses are told of each. */
const TOLD = 10;

const KINDS: readonly [string, (path: string) => boolean][] = [
  ['搜索', (path) => path.startsWith('pagefind/')],
  ['图片', (path) => /\.(?:webp|avif|jpe?g|png|gif|svg|ico)$/i.test(path)],
  ['样式和脚本', (path) => isHashed(path) || /\.(?:css|js|woff2?)$/i.test(path)],
  ['网页', (path) => path.endsWith('.html')],
  ['给程序看的', (path) => /^[^/]*$|\.(?:xml|json|txt)$/i.test(path)],
  ['附件', () => true],
];

/** 更新 312 个文件，删除 3 个 */
export function countFiles({ put, after }: Plan): string {
  return `更新 ${put.length} 个文件，删除 ${after.remove.length} 个`;
}

/** Lines of what would be done. @param site address of the site, with a slash at its end */
export function describePlan({ put, after }: Plan, site: string): string[] {
  return [
    ...describe(
      '会更新',
      put.map(({ path }) => path),
      site,
    ),
    ...describe('会删除', after.remove, site),
  ];
}

function describe(what: string, paths: readonly string[], site: string): string[] {
  if (paths.length === 0) return [];
  const kinds = Map.groupBy(paths, (path) => KINDS.find(([, isKind]) => isKind(path))?.[0] ?? '');
  const counts = KINDS.flatMap(([kind]) => {
    const count = kinds.get(kind)?.length;
    return count === undefined ? [] : [`${kind} ${count}`];
  });
  // Articles before what lists them.
  const pages = (kinds.get('网页') ?? []).toSorted((a, b) => rankOf(a) - rankOf(b));
  return [
    `${what} ${paths.length} 个文件：${counts.join('，')}。`,
    ...pages.slice(0, TOLD).map((path) => `  ${addressOf(path, site)}`),
    ...(pages.length > TOLD ? [`  ……共 ${pages.length} 个网页`] : []),
  ];
}

function rankOf(path: string): number {
  return phaseOf(path) === 'middle' ? 0 : 1;
}

/** As a reader would type it. */
export function addressOf(path: string, site: string): string {
  return printable(site + path.replace(/(^|\/)index\.html$/, '$1'));
}

/** Every file, a line each: what is done to it, a tab, its path. @throws what the file system says */
export function writePlan(file: string, { put, after }: Plan): void {
  const lines = [
    ...put.map(({ path }) => `更新\t${path}\n`),
    ...after.remove.map((path) => `删除\t${path}\n`),
  ];
  writeFileSync(file, lines.join(''));
}
