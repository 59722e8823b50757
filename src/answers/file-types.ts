/** What a file is by the ending of its name: its Content-Type, and whether a browser may show it in place. */

/** What pages are made of, pictures, PDF, audio and video. */
const SHOWN: Readonly<Record<string, string>> = {
  'text/html': 'html htm',
  'text/css': 'css',
  'text/javascript': 'js mjs',
  'text/plain': 'txt',
  'text/vtt': 'vtt',
  'application/json': 'json map',
  'application/geo+json': 'geojson',
  'application/manifest+json': 'webmanifest',
  'application/xml': 'xml xsl xsd',
  'application/rss+xml': 'rss',
  'application/atom+xml': 'atom',
  'application/wasm': 'wasm',
  'application/pdf': 'pdf',
  'image/svg+xml': 'svg',
  'image/png': 'png',
  'image/apng': 'apng',
  'image/jpeg': 'jpg jpeg jfif',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/bmp': 'bmp',
  'image/tiff': 'tif tiff',
  'image/vnd.microsoft.icon': 'ico',
  'font/woff': 'woff',
  'font/woff2': 'woff2',
  'font/ttf': 'ttf',
  'font/otf': 'otf',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/ogg': 'ogg oga opus',
  'audio/wav': 'wav',
  'audio/x-flac': 'flac',
  'audio/x-ms-wma': 'wma',
  'audio/amr': 'amr',
  'video/mp4': 'mp4',
  'video/x-m4v': 'm4v',
  'video/webm': 'webm',
  'video/ogg': 'ogv',
  'video/quicktime': 'mov',
  'video/mpeg': 'mpg mpeg',
  'video/x-matroska': 'mkv',
  'video/x-msvideo': 'avi',
  'video/x-ms-wmv': 'wmv',
  'video/x-flv': 'flv',
};

/** Offered for download: no office document or archive is ever opened as part of the site. */
const OFFERED: Readonly<Record<string, string>> = {
  'application/msword': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.ms-powerpoint': 'ppt',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  // WPS Office, by the names that it registers itself under; `wps` was Microsoft Works once.
  'application/wps-office.wps': 'wps',
  'application/wps-office.et': 'et',
  'application/wps-office.dps': 'dps',
  // GB/T 33190: the layout format of official documents.
  'application/ofd': 'ofd',
  'application/rtf': 'rtf',
  'text/csv': 'csv',
  'application/zip': 'zip',
  'application/vnd.rar': 'rar',
  'application/x-7z-compressed': '7z',
};

/** Offered for download, too; articles have none of them, only `public/` may. */
const RARE: Readonly<Record<string, string>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.template': 'dotx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/epub+zip': 'epub',
  'application/vnd.google-earth.kml+xml': 'kml',
  'application/vnd.ms-fontobject': 'eot',
  'application/x-subrip': 'srt',
  'text/tab-separated-values': 'tsv',
  'text/markdown': 'md',
  'text/calendar': 'ics',
  'text/x-vcard': 'vcf',
  'application/gzip': 'gz',
  'application/x-tar': 'tar',
};

/** Of a file that the table does not know; it is offered for download. */
export const UNKNOWN_TYPE = 'application/octet-stream';

export interface FileType {
  /** Without charset. */
  type: string;
  /** By which it is known, in small letters; names have them in any case. */
  endings: readonly string[];
  /** Whether a browser may show it in place. */
  isShown: boolean;
  /** Whether articles have none of it. */
  isRare: boolean;
}

function listed(
  types: Readonly<Record<string, string>>,
  is: Pick<FileType, 'isShown' | 'isRare'>,
): FileType[] {
  return Object.entries(types).map(([type, endings]) => ({
    type,
    endings: endings.split(' '),
    ...is,
  }));
}

/** Each type once. */
export const FILE_TYPES: readonly FileType[] = [
  ...listed(SHOWN, { isShown: true, isRare: false }),
  ...listed(OFFERED, { isShown: false, isRare: false }),
  ...listed(RARE, { isShown: false, isRare: true }),
];

/** The Content-Type as it is sent: text says that it is UTF-8, as all that a build writes is. */
export function withCharset(type: string): string {
  return isText(type) ? `${type}; charset=utf-8` : type;
}

/** Text, and what is text under another name: JSON, XML and their kin, SVG among them. */
export function isText(type: string): boolean {
  return /^text\/|^application\/(?:json|xml)$|\+(?:json|xml)$/.test(type);
}

/** Whether files of a type become markedly smaller by compression. */
export function isCompressible(type: string): boolean {
  return isText(type) || type === 'application/wasm' || type === 'image/bmp';
}
