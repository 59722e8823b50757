/** A picture that is written wrong is one problem, whatever else might be said of it. */
import { expect, test } from 'vitest';
import { inspectBody } from '../../../src/markdown/inspect-body.ts';
import { bodyReport } from './a-body-report.ts';

test.for([
  [
    '![](C:\\Users\\zhang\\Desktop\\照片3.JPG)\n图为检查现场。（摄影：王五）',
    '1 图片「C:\\Users\\zhang\\Desktop\\照片3.JPG」是电脑里的路径（多半是从 Word 粘贴来的），读者看不到。 → 把图片放在稿件旁边，只写文件名：照片3.JPG。',
    ['照片3.JPG'],
  ],
  [
    '![](IMG 20261125 (1).jpg)',
    '1 「![](IMG 20261125 (1).jpg)」没有认出来，会原样显示。 → 文件名里有空格，要用「< >」括起来，写成 ![](<IMG 20261125 (1).jpg>)。',
    ['IMG 20261125 (1).jpg'],
  ],
  [
    '[通知](C:\\附件1.docx)',
    '1 链接「C:\\附件1.docx」是电脑里的路径（多半是从 Word 粘贴来的），读者打不开。 → 把文件放在稿件旁边，只写文件名：附件1.docx。',
    ['附件1.docx'],
  ],
] as const)('%j', ([body, issue, misnamed]) => {
  expect(bodyReport(body).issues).toEqual([issue]);
  const inspected = inspectBody(body, { format: 'md', file: 'index.md', firstLine: 1 });
  expect(inspected.misnamed).toEqual(misnamed);
  expect(inspected.issues[0]).not.toHaveProperty('names');
});

test.for([
  [
    '![现场](微信图片_20261125084412_现场照片.jpg)\n图为各支部检查供暖设施的现场情况记录',
    '1 图片「微信图片_20261125084412_现场照片.jpg」和下一行「图为各支部检查供暖设施的…」会连成一段。 → 如果是两段，中间空一行；如果是一段，把下一行接到这一行的末尾。',
  ],
  [
    '检查供暖设施，\n![现场](1.jpg)后排左二',
    '1 「检查供暖设施，」和下一行「〔图片〕后排左二」会连成一段。 → 如果是两段，中间空一行；如果是一段，把下一行接到这一行的末尾。',
  ],
])('%j names the picture', ([body = '', issue]) => {
  expect(bodyReport(body).issues.filter((each) => each.includes('连成'))).toEqual([issue]);
});
