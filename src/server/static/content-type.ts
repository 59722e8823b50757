import { extname } from 'node:path';
import { Mime } from 'mime';
import otherTypes from 'mime/types/other.js';
import standardTypes from 'mime/types/standard.js';

const types = new Mime(standardTypes, otherTypes).define(
  {
    // GB/T 33190: the layout format of official documents.
    'application/ofd': ['ofd'],
    // WPS Office, by the names that it registers itself under; `wps` was Microsoft Works once.
    'application/wps-office.wps': ['wps'],
    'application/wps-office.et': ['et'],
    'application/wps-office.dps': ['dps'],
  },
  true,
);

/** The Content-Type of a file by its name; text says that it is UTF-8, as all the build writes is. */
export function contentType(file: string): string {
  const type = types.getType(extname(file)) ?? 'application/octet-stream';
  return isText(type) ? `${type}; charset=utf-8` : type;
}

/** Whether files of a Content-Type become markedly smaller by compression. */
export function isCompressible(type: string): boolean {
  return isText(type) || type === 'application/wasm' || type === 'image/bmp';
}

/**
 * Whether a browser may show a file of this Content-Type in place: what pages are made of, pictures, PDF,
 * audio and video. Everything else is offered for download, so that no office document, archive or
 * unknown format is ever opened as part of the site.
 */
export function isShown(type: string): boolean {
  const [bare = ''] = type.split(';');
  return (
    /^(image|audio|video|font)\/|^text\/(html|css|javascript|plain|xml)$/.test(bare) ||
    /^application\/(pdf|json|xml|wasm|javascript)$|\+(json|xml)$/.test(bare)
  );
}

/** Text, and what is text under another name: JSON, XML and their kin, SVG among them. */
function isText(type: string): boolean {
  return /^text\/|^application\/(json|xml)|\+(json|xml)/.test(type);
}
