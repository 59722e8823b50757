/** Names of pictures that the desk has cut: `现场-裁剪.jpg`, `现场-裁剪-2.jpg`, beside the one that they are cut from. */
import { basename, extname } from 'node:path';

const MARK = '-裁剪';
const CUT = /-裁剪(?:-\d+)?$/u;

/** The name wished for a picture that is cut from one of that name, whole or cut before. @param ending without a dot */
export function cutName(name: string, ending: string): string {
  return `${stemOf(name)}${MARK}.${ending}`;
}

/** Whether two names are of one picture, and the second of it cut: who cut it needs the first no more, but to take that back. */
export function isCutFrom(name: string, cut: string): boolean {
  return (
    CUT.test(basename(cut, extname(cut))) && lettersOf(stemOf(name)) === lettersOf(stemOf(cut))
  );
}

function stemOf(name: string): string {
  return basename(name, extname(name)).replace(CUT, '');
}

/** What every name keeps when it is made one that all systems can hold. */
function lettersOf(stem: string): string {
  return stem
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
