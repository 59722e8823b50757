/** A small site for bodies: pictures 1.jpg, 2.jpg, chart.svg; files 附件1.docx, b.pdf, 1.mp4, /files/map.pdf; tables. */
import { labelsOf } from '../../../src/labels/labels-of.ts';
import type { BodyContext } from '../../../src/markdown/body-context.ts';
import type { FileFacts, Picture } from '../../../src/model/body.ts';

const pictures: Record<string, Picture> = {
  '1.jpg': {
    width: 960,
    height: 640,
    src: '/jgsw/i/1.960.jpg',
    srcset: '/jgsw/i/1.640.jpg 640w, /jgsw/i/1.960.jpg 960w',
    webpSrcset: '/jgsw/i/1.640.webp 640w, /jgsw/i/1.960.webp 960w',
  },
  '图 2.jpg': {
    width: 640,
    height: 480,
    src: '/jgsw/i/2.640.jpg',
    srcset: '/jgsw/i/2.640.jpg 640w',
    webpSrcset: '/jgsw/i/2.640.webp 640w',
  },
  'chart.svg': { width: 300, height: 200, src: '/jgsw/i/chart.svg', srcset: '', webpSrcset: '' },
};

const files: Record<string, FileFacts> = {
  '附件1.docx': { url: '/jgsw/a/%E9%99%84%E4%BB%B61.docx', name: '附件1.docx', size: 36_900 },
  './b.pdf': { url: '/jgsw/a/b.pdf', name: 'b.pdf', size: 5_400_000 },
  '1.mp4': { url: '/jgsw/a/1.mp4', name: '1.mp4', size: 90_000_000 },
  '/files/map.pdf': { url: '/jgsw/files/map.pdf', name: 'map.pdf', size: 900 },
};

const texts: Record<string, string> = {
  'data.csv': '\uFEFF地区,用电量\r\n甲市, 38.5 \r\n\r\n"乙市,郊区"\r\n',
  'broken.csv': '地区,用电量\n"甲市,38.5\n',
};

/** The context of that site, at https://jgsw.example.cn/jgsw/. */
export function aBodyContext(change: Partial<BodyContext> = {}): BodyContext {
  return {
    labels: labelsOf('zh-CN'),
    base: '/jgsw/',
    host: 'jgsw.example.cn',
    allowedHosts: ['xuexi.cn'],
    files: {
      picture: async (target) => pictures[target],
      file: async (target) => files[target],
      bytes: async (target) => (target in texts ? Buffer.from(texts[target] ?? '') : undefined),
    },
    ...change,
  };
}

/** A folder in which nothing is: every picture and file stays as it was written. */
export const nothingKnown: Partial<BodyContext> = {
  files: {
    picture: async () => undefined,
    file: async () => undefined,
    bytes: async () => undefined,
  },
};
