/** `<img src="1.jpg">` → the picture in its sizes, with WebP first. */
import type { Element } from 'hast';
import type { Picture } from '../model/body.ts';

/** How wide a picture of the body is shown: the window's width on a phone, the text column's elsewhere. */
export const PICTURE_SIZES = '(max-width: 860px) 100vw, 820px';

/**
 * Makes `img` the `<picture>` of it, in place. The width and height keep the text from jumping while it loads.
 * @param isFirst whether it is the body's first picture, which readers wait for; the others load when scrolled to
 */
export function showPicture(img: Element, picture: Picture, isFirst: boolean): void {
  const { src, srcset, webpSrcset, width, height } = picture;
  const { alt = '', ...properties } = img.properties;
  const fallback: Element = {
    type: 'element',
    tagName: 'img',
    properties: {
      ...properties,
      src,
      ...(srcset !== '' && { srcSet: srcset, sizes: PICTURE_SIZES }),
      width,
      height,
      alt,
      ...(isFirst ? { loading: 'eager', fetchPriority: 'high' } : { loading: 'lazy' }),
      decoding: 'async',
    },
    children: [],
  };
  const webp: Element = {
    type: 'element',
    tagName: 'source',
    properties: { type: 'image/webp', srcSet: webpSrcset, sizes: PICTURE_SIZES },
    children: [],
  };
  img.tagName = 'picture';
  img.properties = {};
  img.children = webpSrcset === '' ? [fallback] : [webp, fallback];
}
