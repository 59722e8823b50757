import { basename, extname } from 'node:path';

const LONGEST_STEM = 60;

/**
 * A file's name as every system and address can hold it, and as nobody beside it has.
 * @param written what it was called; a path before it is left out
 */
export function freeName(written: string, taken: ReadonlySet<string>): string {
  const own = basename(written.replaceAll('\\', '/'));
  const ending = extname(own)
    .toLowerCase()
    .replaceAll(/[^.\p{L}\p{N}]/gu, '');
  const stem =
    own
      .slice(0, own.length - extname(own).length)
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{N}（）_-]+/gu, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, LONGEST_STEM) || '文件';
  const lower = new Set([...taken].map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}${ending}`;
    if (!lower.has(name.toLowerCase())) return name;
  }
}
