/** How a file is named to readers: its kind and its size. */

const KINDS: ReadonlyMap<string, string> = new Map([
  ['doc', 'Word 文档'],
  ['docx', 'Word 文档'],
  ['wps', 'WPS 文档'],
  ['xls', 'Excel 表格'],
  ['xlsx', 'Excel 表格'],
  ['et', 'WPS 表格'],
  ['csv', 'CSV 表格'],
  ['ppt', '演示文稿'],
  ['pptx', '演示文稿'],
  ['dps', '演示文稿'],
  ['pdf', 'PDF 文件'],
  ['ofd', 'OFD 文件'],
  ['txt', '文本文件'],
  ['rtf', 'RTF 文档'],
  ['zip', '压缩文件'],
  ['rar', '压缩文件'],
  ['7z', '压缩文件'],
  ['jpg', '图片'],
  ['jpeg', '图片'],
  ['png', '图片'],
  ['gif', '图片'],
  ['webp', '图片'],
  ['svg', '图片'],
  ['mp4', '视频'],
  ['webm', '视频'],
  ['mp3', '音频'],
]);

/** `附件1.docx` → `Word 文档`; an unknown ending gives `XYZ 文件`, none gives `文件`. */
export function fileType(name: string): string {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1] ?? '';
  return KINDS.get(ending.toLowerCase()) ?? `${ending.toUpperCase()} 文件`.trim();
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
export function secondsInWords(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const parts = [
    hours > 0 && `${hours}小时`,
    minutes > 0 && `${minutes}分`,
    hours === 0 && seconds % 60 > 0 && `${seconds % 60}秒`,
  ];
  return parts.filter(Boolean).join('');
}
