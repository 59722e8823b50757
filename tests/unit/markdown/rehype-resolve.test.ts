import { expect, test } from 'vitest';
import { PICTURE_SIZES } from '../../../src/markdown/show-picture.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { resolveHtml } from '../../../src/markdown/resolve-html.ts';
import { aBodyContext } from './a-body-context.ts';

test('a picture comes as WebP first, in its widths, without layout shift; the first is not lazy', async () => {
  expect(await renderMarkdown('![会场](1.jpg)\n\n![展板](<图 2.jpg>)', aBodyContext())).toBe(
    '<figure><picture>' +
      `<source type="image/webp" srcset="/jgsw/i/1.640.webp 640w, /jgsw/i/1.960.webp 960w" sizes="${PICTURE_SIZES}">` +
      `<img src="/jgsw/i/1.960.jpg" srcset="/jgsw/i/1.640.jpg 640w, /jgsw/i/1.960.jpg 960w" sizes="${PICTURE_SIZES}" ` +
      'width="960" height="640" alt="会场" loading="eager" fetchpriority="high" decoding="async">' +
      '</picture><figcaption>会场</figcaption></figure>\n' +
      '<figure><picture>' +
      `<source type="image/webp" srcset="/jgsw/i/2.640.webp 640w" sizes="${PICTURE_SIZES}">` +
      `<img src="/jgsw/i/2.640.jpg" srcset="/jgsw/i/2.640.jpg 640w" sizes="${PICTURE_SIZES}" ` +
      'width="640" height="480" alt="展板" loading="lazy" decoding="async">' +
      '</picture><figcaption>展板</figcaption></figure>',
  );
});

test('a picture that is served as it is has no other sources', async () => {
  expect(await resolveHtml('<img src="chart.svg" alt="图">', aBodyContext())).toBe(
    '<picture><img src="/jgsw/i/chart.svg" width="300" height="200" alt="图" loading="eager" fetchpriority="high" decoding="async"></picture>',
  );
});

test('a picture that is not known, or of another site, stays as written', async () => {
  for (const html of ['<img src="none.jpg" alt="a">', '<img src="https://a.cn/1.jpg" alt="a">']) {
    expect(await resolveHtml(html, aBodyContext())).toBe(html);
  }
});

const OUTBOUND = ' rel="noopener noreferrer external" data-outbound';

test.for([
  ['附件1.docx', 'href="/jgsw/a/%E9%99%84%E4%BB%B61.docx"'],
  ['./b.pdf#page=2', 'href="/jgsw/a/b.pdf#page=2"'],
  ['/files/map.pdf', 'href="/jgsw/files/map.pdf"'],
  ['/files/none.pdf', 'href="/jgsw/files/none.pdf"'],
  ['none.doc', 'href="none.doc"'],
  ['/tzgg/', 'href="/jgsw/tzgg/"'],
  ['/', 'href="/jgsw/"'],
  ['#s-1', 'href="#s-1"'],
  ['mailto:a@gov.cn', 'href="mailto:a@gov.cn"'],
  ['https://jgsw.example.cn/x', 'href="https://jgsw.example.cn/x"'],
  ['https://www.gov.cn/', 'href="https://www.gov.cn/"'],
  ['https://zw.政务.cn/', 'href="https://zw.%E6%94%BF%E5%8A%A1.cn/"'],
  ['https://www.xuexi.cn/', 'href="https://www.xuexi.cn/"'],
  ['https://example.com/', `href="https://example.com/"${OUTBOUND}`],
  ['https://www.gov.cn.example.com/', `href="https://www.gov.cn.example.com/"${OUTBOUND}`],
] as const)('the link %s', async ([written, attributes]) => {
  expect(await renderMarkdown(`[文字](${written})`, aBodyContext())).toBe(
    `<p><a ${attributes}>文字</a></p>`,
  );
});

test.for([
  'javascript:alert(1)',
  'java&#10;script:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///C:/a.doc',
])('the address %s is no link', async (written) => {
  expect(await resolveHtml(`<a href="${written}">文字</a>`, aBodyContext())).toBe('<a>文字</a>');
});

test('at the top of a host, internal links keep their address', async () => {
  expect(await renderMarkdown('[通知](/tzgg/)', aBodyContext({ base: '/' }))).toBe(
    '<p><a href="/tzgg/">通知</a></p>',
  );
});

test('a video gets its address, its poster and the size of it', async () => {
  const html = '<video src="1.mp4" poster="1.jpg" controls aria-label="片子"></video>';
  expect(await resolveHtml(html, aBodyContext())).toBe(
    '<video src="/jgsw/a/1.mp4" poster="/jgsw/i/1.960.jpg" controls aria-label="片子" width="960" height="640"></video>',
  );
});

test('a download box says what it is and how big', async () => {
  const html = '<a class="download-box" data-download="附件1.docx">申报表</a>';
  expect(await resolveHtml(html, aBodyContext())).toBe(
    '<a class="download-box" href="/jgsw/a/%E9%99%84%E4%BB%B61.docx" download="附件1.docx">' +
      '<span class="download-title">申报表</span>' +
      '<span class="download-facts">Word 文档，36 KB</span></a>',
  );
});

test('a table is filled from its CSV file', async () => {
  const html = '<table data-csv="data.csv"><caption>用电</caption></table>';
  expect(await resolveHtml(html, aBodyContext())).toBe(
    '<table data-rows=""><caption>用电</caption>' +
      '<thead><tr><th scope="col">地区</th><th scope="col" class="align-right">用电量</th></tr></thead>' +
      '<tbody><tr><td data-label="地区">甲市</td><td class="align-right" data-label="用电量">38.5</td></tr><tr><td data-label="地区">乙市,郊区</td><td class="align-right" data-label="用电量"></td></tr></tbody></table>',
  );
});

test('a CSV file that cannot be read is an error that names it', async () => {
  const html = '<table data-csv="broken.csv"></table>';
  await expect(resolveHtml(html, aBodyContext())).rejects.toThrow(
    'Cannot read the table broken.csv',
  );
});

test.for([
  'javascript:alert(1)',
  '//example.com/',
  'https:example.com',
  'https://www.gov.cn@example.com/',
  'ftp://example.com/',
  'index.md',
])('the link %s leads nowhere', async (written) => {
  expect(await renderMarkdown(`[文字](${written})`, aBodyContext())).toBe('<p><a>文字</a></p>');
});

test('a picture or video that would be fetched from elsewhere is not', async () => {
  const html =
    '<img src="//a.cn/1.jpg" alt="a"><video src="data:video/mp4,x" poster="//a.cn/1.jpg"></video>';
  expect(await resolveHtml(html, aBodyContext())).toBe('<img alt="a"><video></video>');
});
