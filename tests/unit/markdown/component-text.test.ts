/** The words of components: none is hidden, none shows a sign of Markdown. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bodyComponents } from '../../../src/markdown/components.ts';
import { bodyReport } from './a-body-report.ts';

const COMPONENTS = join(import.meta.dirname, '../../../src/components/body');
const PICTURE = '组件写成 <Picture src="1.jpg" alt="会议现场" />。';

test.for([
  [
    '<Picture src="1.jpg" alt="会场">会议在乌鲁木齐召开。</Picture>',
    `1 组件 <Picture> 里面的「会议在乌鲁木齐召开。」不会显示。 → 把它移到组件的下面，单独成段；${PICTURE}`,
  ],
  [
    '<Picture src="1.jpg" alt="会场">\n\n## 会议\n\n正文\n\n</Picture>',
    `3 组件 <Picture> 里面的「会议」不会显示。 → 把它移到组件的下面，单独成段；${PICTURE}`,
  ],
  [
    '<Video src="1.mp4" poster="1.jpg" title="宣传片" captions="1.vtt">\n\n![会场](1.jpg)\n\n</Video>',
    '3 组件 <Video> 里面的「1.jpg」不会显示。 → 把它移到组件的下面，单独成段；组件写成 <Video src="1.mp4" poster="1.jpg" title="宣传片" />。',
  ],
  [
    '<DownloadBox file="附件1.docx" title="申报表">{"三月底前交"}</DownloadBox>',
    '1 组件 <DownloadBox> 里面的「三月底前交」不会显示。 → 把它移到组件的下面，单独成段；组件写成 <DownloadBox file="附件1.docx" title="申报表" />。',
  ],
  [
    '<CsvTable file="data.csv" caption="用电">\n\n<Callout>注</Callout>\n\n</CsvTable>',
    '3 组件 <CsvTable> 里面的「<Callout>」不会显示。 → 把它移到组件的下面，单独成段；组件写成 <CsvTable file="data.csv" caption="各地用电量" />。',
  ],
  [
    '<Callout title="**提示**">注意</Callout>',
    '1 组件 <Callout> 的 title（提示标题）里有加粗的星号「**提示**」，这里不能带格式，星号会显示出来。 → 删掉星号：提示。是隐去的姓名的，改用「×」或「某」。',
  ],
  [
    '<Picture\n  src="1.jpg"\n  alt="<b>会场</b>" />',
    '3 组件 <Picture> 的 alt（图片说明）里有网页代码：「<b>会场</b>」。 → 只写文字，删掉尖括号里的代码。',
  ],
])('%s is reported', ([body = '', issue]) => {
  expect(bodyReport(body, 'mdx').issues).toEqual([issue]);
});

test.for([
  '<Picture src="1.jpg" alt="会场"></Picture>',
  '<Picture src="1.jpg" alt="会场">\n{/* 备注 */}\n</Picture>',
  '<Picture src="1.jpg" alt="会场" />\n\n会议在乌鲁木齐召开。',
  '<PictureRow>\n\n![一](1.jpg)\n\n![二](1.jpg)\n\n</PictureRow>',
  '<Callout title="2*3，张**、p<0.05、R&D">注意</Callout>',
])('%s is right', (body) => {
  expect(bodyReport(body, 'mdx').issues).toEqual([]);
});

test('the components that show what is inside them are those with a slot', () => {
  const slots = readdirSync(COMPONENTS).filter((file) =>
    readFileSync(join(COMPONENTS, file), 'utf8').includes('<slot'),
  );
  const containers = [...bodyComponents].filter(([, { holdsContent }]) => holdsContent);
  expect(containers.map(([name]) => `${name}.astro`).toSorted()).toEqual(slots.toSorted());
});
