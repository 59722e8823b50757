/** What another engine would change for readers and hosts, in Chinese. */
import type { Column } from '../../src/model/columns.ts';
import { printable } from '../../src/model/printable.ts';
import { columnTree } from '../../src/site/column-tree.ts';
import type { SiteDifference } from './compare-sites.ts';

/** So many addresses of a kind are named; all are in the file. */
const NAMED = 5;
/** Addresses that vanish are more than a remark. */
const VANISHED_NAMED = 20;

const KINDS = ['首页', '列表', '稿件', '其他'] as const;
type Kind = (typeof KINDS)[number];

/** What a site's addresses are known by. */
export interface Addresses {
  /** `/` or `/jgsw/` */
  base: string;
  columns: readonly Column[];
}

/**
 * The lines for the terminal, all addresses for a file, and the path of a page to look at.
 * @param addresses of the content
 */
export function describeDifference(
  difference: SiteDifference,
  addresses: Addresses,
): { lines: string[]; vanished: string[]; whole: string[]; example: string | undefined } {
  const { pages, changed, renamed, files, hosts, appeared, vanished, assets, pictures, search } =
    difference;
  const address = addressIn(addresses.base);
  const kindOf = kindsOf(addresses.columns);
  const groups = Map.groupBy(changed, kindOf);
  const kinds = KINDS.flatMap((kind) => {
    const paths = groups.get(kind);
    return paths ? [{ kind, paths: paths.map(address) }] : [];
  });
  const lines = [
    changed.length > 0
      ? `网页：一共 ${pages} 个，${changed.length} 个有变化。`
      : `网页：一共 ${pages} 个，都没有变化。`,
    ...kinds.map(({ kind, paths }) => `  ${kind} ${paths.length} 个：${some(paths, NAMED)}`),
    when(renamed, (count) => `  另有 ${count} 个网页只是用到的样式、脚本、图片的文件名不同。`),
    when(assets, () => '样式或脚本有变化，每个网页的样子都可能不同，请打开看看。'),
    when(pictures, (count) => `图片重新做过：${count} 个图片文件换了名字。`),
    when(files, (count) => `别的文件 ${count} 个有变化：${some(files.map(address), NAMED)}`),
    search ? '搜索的索引有变化。' : '',
    when(appeared, (count) => `新增的网址 ${count} 个：${some(appeared.map(address), NAMED)}`),
    when(
      hosts,
      () => `给主机的配置有变化：${hosts.join('、')}。照 example 抄过配置的，发布以后对照着改。`,
    ),
  ].filter((line) => line !== '');
  return {
    lines,
    vanished:
      vanished.length === 0
        ? []
        : [
            `【注意】有 ${vanished.length} 个网址会消失，读者存下的、别的网站链接过来的都打不开了：`,
            ...limited(vanished.map(address), VANISHED_NAMED),
          ],
    example: (groups.get('稿件') ?? changed)[0],
    whole: [
      ...section('消失的网址', vanished.map(address)),
      ...section('新增的网址', appeared.map(address)),
      ...kinds.flatMap(({ kind, paths }) => section(`有变化的网页：${kind}`, paths)),
      ...section('只是用到的文件名不同的网页', renamed.map(address)),
      ...section('样式和脚本', assets),
      ...section('图片文件', pictures),
      ...section('有变化的别的文件', files.map(address)),
      ...section('给主机的配置', hosts),
    ],
  };
}

/** A heading and what is below it; nothing where there is nothing. */
function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${heading}（${lines.length}）`, ...lines, ''];
}

/** The first of them, and how many there are. */
function limited(lines: readonly string[], most: number): string[] {
  const shown = lines.slice(0, most).map((line) => `  ${line}`);
  return lines.length > most ? [...shown, `  ……一共 ${lines.length} 个`] : shown;
}

function when(paths: readonly string[], line: (count: number) => string): string {
  return paths.length === 0 ? '' : line(paths.length);
}

function some(paths: readonly string[], most: number): string {
  return paths.slice(0, most).join(' ') + (paths.length > most ? ' ……' : '');
}

/** As a reader's address bar has it: `/jgsw/tz/` */
function addressIn(base: string): (path: string) => string {
  return (path) => printable(base + path.replace(/(^|\/)index\.html$/, '$1'));
}

function kindsOf(columns: readonly Column[]): (path: string) => Kind {
  const lists = new Set(
    columnTree(columns)
      .all.filter(({ column }) => column.kind === 'list')
      .map(({ path }) => path),
  );
  return (path) => {
    if (path === 'index.html') return '首页';
    if (/(?:^|\/)\d{6}\/[^/]+\/index\.html$/.test(path)) return '稿件';
    const [, folder = ''] = /^(.+?)(?:\/page\/\d+)?\/index\.html$/.exec(path) ?? [];
    return lists.has(folder) ? '列表' : '其他';
  };
}
