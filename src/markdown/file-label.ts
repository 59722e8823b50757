/** How a file is named to readers: its kind and its size; and whether a link to it saves it. */
import type { FileLabels } from '../labels/text-labels.ts';
import { fileKind } from './file-kind.ts';

/** `附件1.docx` → `Word 文档`; an unknown ending gives `XYZ 文件`, none gives `文件`. */
export function fileType({ kinds, otherKind }: FileLabels, name: string): string {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1] ?? '';
  return kinds.get(ending.toLowerCase()) ?? otherKind(ending.toUpperCase());
}

/**
 * What a link to a file says of its saving: its name; undefined for what a browser shows to be read, PDF and pictures: nobody
 * has to look for it among what was downloaded, and 后退 leads back.
 */
export function savedAs(name: string): string | undefined {
  return /\.pdf$/i.test(name) || fileKind(name) === 'picture' ? undefined : name;
}

const UNITS = ['KB', 'MB', 'GB'] as const;

/**
 * Bytes as readers know them, in steps of 1,024: `512 B`, `36 KB`, `1.2 MB`. One decimal from MB on, and none where it
 * would be a zero.
 */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  let size = bytes / 1024;
  let unit = 0;
  // 1,023.6 KB rounds to 1,024 KB, which is 1 MB.
  while (Math.round(size) >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const digits = unit === 0 ? 0 : 1;
  return `${Number(size.toFixed(digits))} ${UNITS[unit] ?? ''}`;
}

/** `12秒`, `2分5秒`, `1小时2分`: seconds say nothing of an hour. */
export function secondsInWords({ time }: FileLabels, seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const parts = [
    hours > 0 && time.hours(hours),
    minutes > 0 && time.minutes(minutes),
    hours === 0 && seconds % 60 > 0 && time.seconds(seconds % 60),
  ];
  return parts.filter(Boolean).join(time.between);
}
