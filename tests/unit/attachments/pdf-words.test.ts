/** Numbers of persons in a PDF, wherever they stand in it: read in the real process. */
import { describe, expect, it } from 'vitest';
import { wordsIssues } from '../../../src/attachments/words-issues.ts';
import { aPdfFile, pdfStream } from '../../support/office-files.ts';
import type { PdfExtras } from '../../support/office-files.ts';
import { hitsOf, words } from './words-in-files.ts';

const MOBILE = '13912345678';

describe('of a PDF is found', () => {
  const annotation = (entries: string) => ({
    page: '/Annots[7 0 R]',
    objects: [`<</Type/Annot/Rect[0 0 9 9]${entries}>>`],
  });
  const attached = `mobile,${MOBILE}`;
  const PROPERTY = ['mobile 文档属性 139****5678 hidden'];
  const xmp = (text: string): string =>
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li>${text}</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`;
  it.each([
    [
      'a note',
      annotation(`/Subtype/Text/Contents(tel ${MOBILE})`),
      ['mobile 第1页的批注 139****5678 hidden'],
    ],
    [
      'a field of a form',
      {
        ...annotation(`/Subtype/Widget/FT/Tx/T(a)/V(${MOBILE})`),
        catalog: '/AcroForm<</Fields[7 0 R]>>',
      },
      ['mobile 第1页的表单 139****5678'],
    ],
    [
      'a link',
      annotation(`/Subtype/Link/A<</S/URI/URI(tel:${MOBILE})>>`),
      ['mobile 第1页的链接 139****5678 hidden'],
    ],
    [
      'a note once, though the window that shows it says it again',
      {
        page: '/Annots[7 0 R 8 0 R]',
        objects: [
          `<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Popup 8 0 R/Contents(tel ${MOBILE})>>`,
          '<</Type/Annot/Subtype/Popup/Rect[0 0 9 9]/Parent 7 0 R>>',
        ],
      },
      ['mobile 第1页的批注 139****5678 hidden'],
    ],
    [
      'who wrote a note',
      annotation(`/Subtype/Text/T(${MOBILE})/Contents(x)`),
      ['mobile 第1页的批注 139****5678 hidden'],
    ],
    [
      'a note that is not shown',
      annotation(`/Subtype/Text/F 2/Contents(tel ${MOBILE})`),
      ['mobile 第1页的批注 139****5678 hidden'],
    ],
    [
      'a file that is pinned to a page',
      {
        page: '/Annots[7 0 R]',
        objects: [
          '<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS<</Type/Filespec/F(a.csv)/EF<</F 8 0 R>>>>>>',
          pdfStream('/Type/EmbeddedFile', attached),
        ],
      },
      ['mobile 嵌入的文件「a.csv」第1行第2列 139****5678 hidden'],
    ],
    ['a property of its own', { info: `/Manager(${MOBILE})` }, PROPERTY],
    [
      'a property in XML',
      {
        catalog: '/Metadata 7 0 R',
        objects: [pdfStream('/Type/Metadata/Subtype/XML', xmp(`tel ${MOBILE}`))],
      },
      PROPERTY,
    ],
    [
      'a bookmark',
      {
        catalog: '/Outlines 7 0 R',
        objects: [
          '<</Type/Outlines/First 8 0 R/Last 8 0 R/Count 1>>',
          `<</Title(tel ${MOBILE})/Parent 7 0 R/Dest[3 0 R/Fit]>>`,
        ],
      },
      ['mobile 书签 139****5678 hidden'],
    ],
    [
      'what a picture shows',
      {
        catalog: '/MarkInfo<</Marked true>>/StructTreeRoot 7 0 R',
        page: '/StructParents 0',
        content: '/Figure<</MCID 0>>BDC $ EMC',
        objects: [
          '<</Type/StructTreeRoot/K 8 0 R/ParentTree 9 0 R>>',
          `<</Type/StructElem/S/Figure/P 7 0 R/Pg 3 0 R/K 0/Alt(tel ${MOBILE})>>`,
          '<</Nums[0[8 0 R]]>>',
        ],
      },
      ['mobile 第1页的图片说明 139****5678 hidden'],
    ],
    [
      'an attached file',
      {
        catalog:
          '/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.csv)/EF<</F 7 0 R>>>>]>>>>',
        objects: [
          `<</Type/EmbeddedFile/Length ${attached.length}>>\nstream\n${attached}\nendstream`,
        ],
      },
      ['mobile 嵌入的文件「a.csv」第1行第2列 139****5678 hidden'],
    ],
  ])('%s', async (_, extras, expected) => {
    expect(hitsOf(await words('a.pdf', aPdfFile('甲', extras)))).toEqual(expected);
  });
});

describe('of a line in a PDF that readers do not see is found', () => {
  const SEEN = ['mobile 第1页 139****5678'];
  it.each([
    ['the text below a scan', { content: '3 Tr $' }, SEEN, []],
    ['white on white', { content: '1 1 1 rg $' }, SEEN, []],
    ['what is painted over', { content: '$ 0 0 0 rg 0 90 300 30 re f' }, SEEN, []],
    [
      'a layer that is turned off',
      {
        catalog: '/OCProperties<</OCGs[7 0 R]/D<</OFF[7 0 R]>>>>',
        resources: '/Properties<</L 7 0 R>>',
        content: '/OC /L BDC $ EMC',
        objects: ['<</Type/OCG/Name(draft)>>'],
      },
      SEEN,
      ['关闭的图层'],
    ],
    [
      'what stood there before it was changed',
      { becomes: '电话见公告' },
      ['mobile 改动以前的第1页 139****5678 hidden'],
      ['改动以前的内容'],
    ],
  ])('%s', async (_, extras, expected, hidden) => {
    const found = await words('a.pdf', aPdfFile(`电话${MOBILE}`, extras));
    expect([hitsOf(found), found.hidden]).toEqual([expected, hidden]);
  });

  it('nothing twice where a change left the line as it was', async () => {
    const found = await words('a.pdf', aPdfFile(`电话${MOBILE}`, { becomes: `电话${MOBILE}` }));
    expect([hitsOf(found), found.hidden]).toEqual([SEEN, []]);
  });
});

describe('a PDF without text is told to hold what nobody has looked through', () => {
  const said = async (extras: PdfExtras, line = '') => {
    const found = await words('a.pdf', aPdfFile(line, extras));
    return wordsIssues({ file: 'a.md' }, 'a.pdf', found).map(({ level, message }) => [
      level,
      message,
    ]);
  };

  it('as a whole, or the pages that have none', async () => {
    const told = '没有文字，像是扫描的图片，里面有没有个人信息、不公开的内容没有查，站内也搜不到。';
    expect(await said({})).toEqual([['warn', `附件「a.pdf」全部 1 页${told}`]]);
    const found = { hits: [], more: {}, hidden: [], silent: '第2页' };
    expect(wordsIssues({ file: 'a.md' }, 'a.pdf', found)).toMatchObject([
      { level: 'info', message: `附件「a.pdf」第2页${told}` },
    ]);
    expect(await said({}, '甲')).toEqual([]);
  });

  it('with what is hidden in a PDF is told where to take it out', () => {
    const found = { hits: [], more: {}, hidden: ['改动以前的内容'] };
    expect(wordsIssues({ file: 'a.md' }, 'a.pdf', found)).toMatchObject([
      {
        rule: 'attachment/hidden',
        fix: '在 Word、WPS 原来的文件里删掉，重新导出一份 PDF 换上，不要在 PDF 上改；要留着的，请两个人看过。',
      },
    ]);
  });
});
