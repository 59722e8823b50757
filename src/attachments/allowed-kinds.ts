/** The files that an article may offer: each ending, what it promises, and what its content may be. */
import type { ContentKind } from './content-kind.ts';

export interface AllowedKind {
  /** What staff call it. */
  label: string;
  content: readonly ContentKind[];
  /** What to do with a file of the kind whose content cannot be read. */
  reopen: string;
}

const office = (label: string, ...content: ContentKind[]): AllowedKind => ({
  label,
  content,
  reopen: '用 Office 或 WPS 打开它，打得开就「另存为」一份，打不开就重新找一份',
});
const packed = (label: string, ...content: ContentKind[]): AllowedKind => ({
  label,
  content,
  reopen: '重新压缩一次',
});
const media = (label: string, ...content: ContentKind[]): AllowedKind => ({
  label,
  content,
  reopen: '重新导出一份，或者重新找一份',
});

const JPEG = media('JPG 图片', 'jpeg');
const TIFF = media('TIFF 图片', 'tiff');
const MPEG = media('视频', 'mpeg');

export const ALLOWED: ReadonlyMap<string, AllowedKind> = new Map(
  Object.entries({
    docx: office('Word 文档（docx）', 'docx'),
    xlsx: office('Excel 表格（xlsx）', 'xlsx'),
    pptx: office('PPT 演示文稿（pptx）', 'pptx'),
    doc: office('Word 文档（doc）', 'doc', 'macro-doc'),
    xls: office('Excel 表格（xls）', 'xls', 'macro-xls'),
    ppt: office('PPT 演示文稿（ppt）', 'ppt', 'macro-ppt'),
    wps: office('WPS 文字', 'doc', 'docx', 'macro-doc', 'unknown-ole'),
    et: office('WPS 表格', 'xls', 'xlsx', 'macro-xls', 'unknown-ole'),
    dps: office('WPS 演示', 'ppt', 'pptx', 'macro-ppt', 'unknown-ole'),
    ofd: office('OFD 版式文件', 'ofd'),
    rtf: office('RTF 文档', 'rtf'),
    pdf: media('PDF 文件', 'pdf'),
    txt: media('纯文本', 'text'),
    csv: media('CSV 表格', 'text'),
    zip: packed('zip 压缩包', 'zip', 'crowded-zip'),
    rar: packed('rar 压缩包', 'rar'),
    '7z': packed('7z 压缩包', '7z'),
    jpg: JPEG,
    jpeg: JPEG,
    png: media('PNG 图片', 'png'),
    gif: media('GIF 图片', 'gif'),
    webp: media('WebP 图片', 'webp'),
    bmp: media('BMP 图片', 'bmp'),
    tif: TIFF,
    tiff: TIFF,
    mp3: media('MP3 音频', 'mp3'),
    wav: media('WAV 音频', 'wav'),
    m4a: media('M4A 音频', 'mp4'),
    aac: media('AAC 音频', 'aac'),
    flac: media('FLAC 音频', 'flac'),
    ogg: media('OGG 音频', 'ogg'),
    wma: media('WMA 音频', 'asf'),
    amr: media('AMR 录音', 'amr'),
    mp4: media('MP4 视频', 'mp4'),
    m4v: media('MP4 视频', 'mp4'),
    mov: media('MOV 视频', 'mp4'),
    webm: media('WebM 视频', 'mkv'),
    mkv: media('MKV 视频', 'mkv'),
    avi: media('AVI 视频', 'avi'),
    wmv: media('WMV 视频', 'asf'),
    flv: media('FLV 视频', 'flv'),
    mpg: MPEG,
    mpeg: MPEG,
    vtt: {
      label: '字幕（vtt）',
      content: ['vtt'],
      reopen: '用记事本打开它，第一行要是 WEBVTT，不是的在剪辑软件里重新导出一份',
    },
  }),
);

/** The endings in the words of a message. */
export const ALLOWED_IN_WORDS =
  'Word、Excel、PPT、WPS、PDF、OFD、RTF、TXT、CSV 文件，zip、rar、7z 压缩包，图片、音频和视频';

interface FoundKind {
  label: string;
  /** The ending that suits it, if it may be offered. */
  ending?: string;
}

/** What a file turned out to be, in the words of a message. */
export const FOUND: Readonly<Partial<Record<ContentKind, FoundKind>>> = {
  docx: { label: 'Word 文档（docx）', ending: 'docx' },
  xlsx: { label: 'Excel 表格（xlsx）', ending: 'xlsx' },
  pptx: { label: 'PPT 演示文稿（pptx）', ending: 'pptx' },
  doc: { label: '旧格式的 Word 文档（doc）', ending: 'doc' },
  'macro-doc': { label: '旧格式的 Word 文档（doc）', ending: 'doc' },
  xls: { label: '旧格式的 Excel 表格（xls）', ending: 'xls' },
  'macro-xls': { label: '旧格式的 Excel 表格（xls）', ending: 'xls' },
  ppt: { label: '旧格式的 PPT 演示文稿（ppt）', ending: 'ppt' },
  'macro-ppt': { label: '旧格式的 PPT 演示文稿（ppt）', ending: 'ppt' },
  ofd: { label: 'OFD 版式文件', ending: 'ofd' },
  rtf: { label: 'RTF 文档', ending: 'rtf' },
  pdf: { label: 'PDF 文件', ending: 'pdf' },
  zip: { label: 'zip 压缩包', ending: 'zip' },
  rar: { label: 'rar 压缩包', ending: 'rar' },
  '7z': { label: '7z 压缩包', ending: '7z' },
  gz: { label: 'gz 压缩包' },
  jpeg: { label: 'JPG 图片', ending: 'jpg' },
  png: { label: 'PNG 图片', ending: 'png' },
  gif: { label: 'GIF 图片', ending: 'gif' },
  webp: { label: 'WebP 图片', ending: 'webp' },
  bmp: { label: 'BMP 图片', ending: 'bmp' },
  tiff: { label: 'TIFF 图片', ending: 'tif' },
  psd: { label: 'Photoshop 的 PSD 文件' },
  mp3: { label: 'MP3 音频', ending: 'mp3' },
  wav: { label: 'WAV 音频', ending: 'wav' },
  aac: { label: 'AAC 音频', ending: 'aac' },
  flac: { label: 'FLAC 音频', ending: 'flac' },
  ogg: { label: 'OGG 音频', ending: 'ogg' },
  amr: { label: 'AMR 录音', ending: 'amr' },
  mp4: { label: 'MP4 视频或音频', ending: 'mp4' },
  mkv: { label: 'MKV 视频', ending: 'mkv' },
  avi: { label: 'AVI 视频', ending: 'avi' },
  asf: { label: 'WMV 视频', ending: 'wmv' },
  flv: { label: 'FLV 视频', ending: 'flv' },
  mpeg: { label: 'MPEG 视频', ending: 'mpg' },
  vtt: { label: '字幕（vtt）', ending: 'vtt' },
  odf: { label: 'OpenDocument 文档' },
  mail: { label: 'Outlook 邮件' },
  text: { label: '纯文本', ending: 'txt' },
};

/** A name behind Chinese words: a blank parts Latin letters from them. */
export function after(words: string, name: string): string {
  return /^[A-Za-z0-9]/.test(name) ? `${words} ${name}` : words + name;
}
