/** The files of `public/`, which go online as they are: which of them, and which must not. */
import { basename, join } from 'node:path';
import { folderEntries, reporter, rootOf } from './folder-entries.ts';
import type { Report, Root } from './folder-entries.ts';
import type { Issue, Words } from '../model/issue.ts';
import type { Rule } from '../model/rule.ts';
import { copyOf, copyRule, copyWords } from './litter.ts';
import type { Copy } from './litter.ts';
import { obstacleRule } from '../rules/obstacle-rule.ts';
import { obstacleAt, obstacleWords } from '../system/regular-file.ts';
import { isAskedFor, suspectName } from './suspect-names.ts';
import { unfitFile, unfitFolder } from './unfit-files.ts';

export const unfitPublicRule: Rule = {
  id: 'public/unfit',
  level: 'stop',
  scope: 'site',
  title: '不能放在网上的文件',
  basis: '程序、密钥、数据库的备份放在网上会泄密。',
};

export const dotFileRule: Rule = {
  id: 'public/dot-file',
  level: 'warn',
  scope: 'site',
  title: '以点开头的文件',
  basis: '以点开头的文件不会发布，多半不是给读者的。',
};

export const suspectNameRule: Rule = {
  id: 'public/suspect-name',
  level: 'warn',
  scope: 'site',
  title: '名字像不公开的文件',
  basis: '国办秘函〔2019〕19号：泄露不公开的内容单项否决。',
};

/** The one folder with a dot that web servers are asked for: RFC 8615. */
const WELL_KNOWN = '.well-known';
/** What systems and other programs keep in dot files: nobody means them to be online, and nothing need be said. */
const SYSTEM_DOT =
  /^\.(?:ds_store|_.*|apple.*|svn|git.*|hg.*|bzr|trash.*|fseventsd|spotlight.*|temporaryitems|documentrevisions.*|lsoverride|volumeicon.*|~.*|sync.*|st(?:folder|ignore|versions).*|dropbox.*|nutstore.*|idea|vscode|directory|.*\.sw[a-p])$/i;

/** Names that systems give to copies; a person writes 营业执照副本. */
const BY_SYSTEM = /^(?:复件|copy of) | - (?:副本|copy)/i;

/**
 * @param folder absolute path of `public/`, which may be missing
 * @param staffPath turns an absolute path into the path as staff see it
 * @returns paths relative to the folder, `/`-separated and sorted
 */
export async function readPublicFiles(
  folder: string,
  staffPath: (path: string) => string,
): Promise<{ files: string[]; issues: Issue[] }> {
  const issues: Issue[] = [];
  const report = reporter(issues, staffPath);
  const root = await rootOf(folder, 'public', report);
  if (!root) return { files: [], issues };
  const files: string[] = [];
  await walk('', {
    folder,
    root,
    files,
    report,
  });
  return { files: files.toSorted(), issues };
}

interface Walk {
  folder: string;
  root: Root;
  files: string[];
  report: Report;
}

async function walk(below: string, at: Walk): Promise<void> {
  const { folder, root, files, report } = at;
  const here = join(folder, below);
  // Dot files are looked at here: some harm, and none goes online unsaid.
  const keeps = (name: string): boolean => name.startsWith('.') && !SYSTEM_DOT.test(name);
  const entries = (await folderEntries(here, root, report, keeps)) ?? [];
  const names = new Set(entries.map(({ name }) => name));
  const unfit = unfitFolder(basename(here), names);
  if (unfit && below !== '') {
    const message = `「${basename(here)}」是${unfit.what}，不能放在网上。`;
    report(unfitPublicRule, here, { message, fix: unfit.fix });
    return;
  }
  for (const entry of entries) {
    const { name } = entry;
    const path = below === '' ? name : `${below}/${name}`;
    if (entry.isDirectory()) {
      if (isPublished(path, at)) await walk(path, at);
    } else if (isFit(path, name, names, at) && isPublished(path, at)) {
      files.push(path);
    }
  }
}

function isPublished(path: string, { folder, report }: Walk): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!name.startsWith('.') || path === WELL_KNOWN) return true;
  report(dotFileRule, join(folder, path), {
    message: `「${name}」以点开头，不会发布。`,
    fix: '要给读者的，去掉开头的点；用不到的，删掉。',
  });
  return false;
}

function isFit(path: string, name: string, names: ReadonlySet<string>, at: Walk): boolean {
  const { folder, report } = at;
  const obstacle = obstacleAt(join(folder, path));
  if (obstacle && obstacle !== 'missing') {
    report(obstacleRule, join(folder, path), obstacleWords(obstacle));
    return false;
  }
  const unfit = unfitFile(path);
  if (unfit) {
    const message = `「${name}」是${unfit.what}，不能放在网上。`;
    report(unfitPublicRule, join(folder, path), { message, fix: unfit.fix });
    return false;
  }
  if (isAskedFor(path)) return true;
  const words = copyWords(name, names);
  const copy = copyOf(name);
  if (words && copy?.isSure) {
    report(copyRule, join(folder, path), words);
    return false;
  }
  // A name such as `图(1).jpg` may be right: it goes online.
  const suspect =
    copy && (words || BY_SYSTEM.test(name)) ? copySuspicion(name, copy) : suspectName(name);
  if (suspect) report(suspectNameRule, join(folder, path), suspect);
  return true;
}

function copySuspicion(name: string, { original }: Copy): Words {
  return {
    message: `「${name}」像是「${original}」的副本，也会发布。`,
    fix: '用不到就删掉；要用就换一个名字。',
  };
}
