/** What a build says it is going to do, and why. */
import type { PageArtifact } from '../output/artifacts.ts';
import type { FullBuildReason } from '../output/build-record.ts';

const REASONS: Readonly<Record<FullBuildReason, string>> = {
  first: '第一次生成',
  engine: '程序或模板有改动',
  foreign: '输出文件夹不是上次生成后的样子',
  asked: '按要求',
};

/** `完整生成：程序或模板有改动。` */
export function describeFullBuild(reason: FullBuildReason): string {
  return `完整生成：${REASONS[reason]}。`;
}

/** `另一个生成（进程 123）还没有结束，等它完成……` */
export function describeWait(pid: number): string {
  return `另一个生成${pid > 0 ? `（进程 ${pid}）` : ''}还没有结束，等它完成……`;
}

/** `生成页面：3 篇稿件、2 个列表页、首页……`; pages that are made each time are not counted out. */
export function describePages(pages: readonly PageArtifact[]): string {
  const keyed = pages.filter(({ key }) => key !== '');
  const articles = keyed.filter(({ route }) => route.params.includes('article')).length;
  const lists = keyed.filter(
    ({ route, path }) => path.endsWith('.html') && !route.params.includes('article'),
  );
  const others = keyed.length - articles - lists.length;
  const parts = [
    articles > 0 ? `${articles} 篇稿件` : '',
    lists.length > 0 ? `${lists.length} 个列表页` : '',
    others > 0 ? `${others} 个订阅和地图文件` : '',
    '首页和公共页面',
  ];
  return `生成页面：${parts.filter((part) => part !== '').join('、')}……`;
}

/** @param isDamaged whether a compiled renderer was there, but not as it was compiled */
export function describeCompiling(isDamaged: boolean): string {
  return isDamaged
    ? '缓存里编译好的页面模板已经损坏，重新编译（约十秒）……'
    : '编译页面模板（模板改动后的第一次，约十秒）……';
}
