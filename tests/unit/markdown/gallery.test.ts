import { expect, it } from 'vitest';
import { labelsOf } from '../../../src/labels/labels-of.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import type { BodyContext } from '../../../src/markdown/body-context.ts';
import { resolveHtml } from '../../../src/markdown/resolve-html.ts';

const context: BodyContext = {
  labels: labelsOf('zh-CN'),
  base: '/',
  host: 'www.example.gov.cn',
  allowedHosts: [],
  isGallery: true,
  files: {
    picture: async (target) => ({
      width: 1200,
      height: 800,
      src: `/_images/${target}`,
      srcset: `/_images/${target} 960w`,
      webpSrcset: `/_images/${target}.webp 480w`,
    }),
    file: async () => undefined,
    bytes: async () => undefined,
  },
};

const BODY = '开头。\n\n![甲](1.jpg)\n\n中间。\n\n![乙](2.jpg)\n![丙](3.jpg)\n\n结尾。';

it('the pictures are slides in the place of the first, and the words stay in their order', async () => {
  const html = await renderMarkdown(BODY, context);
  const outline = [...html.matchAll(/<p>([^<]+)<|id="(tu-\d)"|<section class="(gallery)"/g)];
  expect(outline.map(([, words, id, gallery]) => words ?? id ?? gallery)).toEqual([
    '开头。',
    'gallery',
    'tu-1',
    'tu-2',
    'tu-3',
    '中间。',
    '结尾。',
  ]);
  expect(html).toContain('<figcaption><span class="slide-place">2/3</span> 乙</figcaption>');
  expect(html).toContain('<a href="#tu-2" aria-label="第2张：乙">');
});

it('the first is loaded at once, the others and all thumbnails when they are looked at', async () => {
  const html = await renderMarkdown(BODY, context);
  const images = [...html.matchAll(/<img [^>]*>/g)].map(([image]) => image);
  expect(images).toHaveLength(6);
  expect(images.map((image) => /loading="(\w+)"/.exec(image)?.[1])).toEqual([
    'eager',
    ...Array.from({ length: 5 }, () => 'lazy'),
  ]);
  expect(images.slice(3).every((image) => image.includes('sizes="6rem"'))).toBe(true);
  expect(images.slice(3).every((image) => image.includes('alt=""'))).toBe(true);
});

it('one picture is none, and neither is an article that does not ask', async () => {
  expect(await renderMarkdown('甲\n\n![甲](1.jpg)', context)).not.toContain('gallery');
  expect(await renderMarkdown(BODY, { ...context, isGallery: false })).not.toContain('gallery');
});

it('a caption of its own stays with its picture', async () => {
  const html = await renderMarkdown('![](1.jpg)\n\n图1 换热站\n\n![乙](2.jpg)', context);
  expect(html).toContain('<span class="slide-place">1/2</span> 图1 换热站</figcaption>');
  expect(html).not.toContain('picture-caption');
});

it('pictures of a row are slides, and a video is none', async () => {
  const figure = (name: string) =>
    `<figure><img src="${name}.jpg" alt="${name}"><figcaption>${name}</figcaption></figure>`;
  const video = '<figure class="video"><video src="a.mp4"></video></figure>';
  const body = `<p>甲</p><div class="picture-row">${figure('1')}${figure('2')}</div>${video}`;
  const html = await resolveHtml(body, context);
  expect(html.match(/id="tu-\d"/g)).toEqual(['id="tu-1"', 'id="tu-2"']);
  expect(html).not.toContain('picture-row');
  expect(html).toMatch(/<\/section><figure class="video">/);
});
