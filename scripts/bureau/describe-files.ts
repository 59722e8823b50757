/** What becomes of the engine's files in a bureau's folder, in Chinese. */
import { join } from 'node:path';
import type { FilesPlan } from './placed-files.ts';
import { PLACES, shown } from './upgrade-steps.ts';

/** What will be exchanged, and what not. */
export function describeFiles({ refreshed, kept, keptParts }: FilesPlan): string[] {
  return [
    ...(refreshed.length > 0 ? [`跟着换成新版本的文件：${refreshed.join('、')}`] : []),
    ...(kept.length > 0
      ? [`本单位改过、新版本也改了的文件，留着本单位的：${kept.join('、')}`]
      : []),
    ...(keptParts.length > 0
      ? [`package.json 里本单位改过、新版本也改了的，留着本单位的：${keptParts.join('、')}`]
      : []),
  ];
}

/** How to bring what the new version changed into the files that were left. */
export function describeKept({ kept, keptParts }: FilesPlan): string[] {
  const [old, now] = [PLACES.old.files, PLACES.now.files];
  return [
    ...(kept.length > 0 ? ['留着的文件，这样把新版本的改动合并进来，看过再提交：'] : []),
    ...kept.map(
      (path) => `  git merge-file ${path} ${shown(join(old, path))} ${shown(join(now, path))}`,
    ),
    ...(keptParts.length > 0
      ? [`package.json 留着的部分，新版本的写法见 ${shown(join(now, 'package.json'))}`]
      : []),
  ];
}
