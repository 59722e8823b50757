/** A zip that readers are to unpack: what is in it, by its directory. */
import type { ByteSource } from '../images/byte-source.ts';
import type { FileProblem } from '../model/file-problem.ts';
import type { Rule } from '../model/rule.ts';
import { nameKind } from './file-names.ts';
import { readZipDirectory } from './zip-directory.ts';

export const archiveRule: Rule = {
  id: 'file/archive',
  level: 'stop',
  scope: 'file',
  title: '压缩包里的东西',
  basis: '压缩包里的程序会危害读者，打不开的压缩包等于没有。',
};

/**
 * A program in an archive is told and not refused: authorities do hand out the forms of their own systems so.
 * One that hides behind a second ending, or a path that leaves the folder, is nobody's honest mistake.
 */
export function archiveProblem(source: ByteSource): FileProblem | undefined {
  const entries = readZipDirectory(source);
  if (entries === 'too-many') {
    return {
      level: 'warn',
      message: '里面的文件多得没法检查（超过 10 万个）。',
      fix: '分成几个压缩包，只放读者用得到的文件。',
    };
  }
  if (entries === 'incomplete') return undefined;
  if (entries.length === 0) {
    return { message: '是空的压缩包。', fix: '把要给读者的文件放进去，重新压缩一次。' };
  }
  const leaving = entries.find(({ name }) =>
    /^(?:[\\/]|[a-z]:)|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(name),
  );
  if (leaving) {
    return {
      message: `里面的文件名「${shown(leaving.name)}」带有路径，解压时会写到别的文件夹去，像是被人动过手脚。`,
      fix: '不要解压它；找原来的文件，自己重新压缩一次。',
    };
  }
  const files = entries.filter(({ name }) => !/[\\/]$/.test(name));
  const disguised = files.find(({ name }) => nameKind(baseName(name)) === 'disguised-program');
  if (disguised) {
    return {
      message: `里面的「${shown(baseName(disguised.name))}」有两个扩展名，其实是程序，很可能是病毒。`,
      fix: '不要打开，删掉它，并请单位的网络管理员查毒。',
    };
  }
  if (entries.some(({ isEncrypted }) => isEncrypted)) {
    return {
      level: 'warn',
      message: '设了解压密码，读者打不开。',
      fix: '不设密码重新压缩一次；不该公开的，不要放到网站上。',
    };
  }
  const program = files.find(({ name }) => nameKind(baseName(name)) === 'program');
  if (!program) return undefined;
  return {
    level: 'warn',
    message: `里面有程序「${shown(baseName(program.name))}」。`,
    fix: '不是给读者用的，就从压缩包里删掉，重新压缩一次；确实要给读者用的，核对来源、查过毒再发布。',
  };
}

function baseName(name: string): string {
  return name.split(/[\\/]/).at(-1) ?? name;
}

/** A name from a stranger's archive: without what a terminal would obey, and not too long. */
function shown(name: string): string {
  const plain = name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '');
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
}
