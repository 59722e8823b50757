/** The components (组件) that an .mdx article may use without importing them. `components/body/` holds one Astro file for each. */

interface Attribute {
  /** What it is, in staff's words. */
  label: string;
  required: boolean;
  /** What the value names: a picture or a file beside the article; left out for plain text. */
  names?: 'picture' | 'file' | 'table';
}

/** One component as staff write it. */
export interface BodyComponent {
  /** What staff call it: 并排图片. */
  title: string;
  /** A whole example, shown in messages. */
  example: string;
  attributes: ReadonlyMap<string, Attribute>;
  /** Whether what is written between its two tags is shown. */
  holdsContent: boolean;
}

const text = (label: string): Attribute => ({ label, required: true });
const optionalText = (label: string): Attribute => ({ label, required: false });
const picture = (label: string): Attribute => ({ label, required: true, names: 'picture' });
const file = (label: string): Attribute => ({ label, required: true, names: 'file' });
const optionalFile = (label: string): Attribute => ({ ...file(label), required: false });
const table = (label: string): Attribute => ({ label, required: true, names: 'table' });

function component(
  title: string,
  example: string,
  attributes: Record<string, Attribute>,
): BodyComponent {
  return { title, example, attributes: new Map(Object.entries(attributes)), holdsContent: false };
}

function container(...words: Parameters<typeof component>): BodyComponent {
  return { ...component(...words), holdsContent: true };
}

/** Every known component by its name. Attribute values that are not file names are read by readers. */
export const bodyComponents: ReadonlyMap<string, BodyComponent> = new Map([
  ['PictureRow', container('并排图片', '<PictureRow> … </PictureRow>', {})],
  [
    'Picture',
    component('图片', '<Picture src="1.jpg" alt="会议现场" />', {
      src: picture('图片文件名'),
      alt: text('图片说明'),
    }),
  ],
  [
    'Video',
    component('视频', '<Video src="1.mp4" poster="1.jpg" title="宣传片" />', {
      src: file('视频文件名'),
      poster: picture('封面图片'),
      title: text('视频名称'),
      captions: optionalFile('字幕文件'),
    }),
  ],
  [
    'Callout',
    container('提示框', '<Callout title="温馨提示"> … </Callout>', {
      title: optionalText('提示标题'),
    }),
  ],
  [
    'DownloadBox',
    component('下载框', '<DownloadBox file="附件1.docx" title="申报表" />', {
      file: file('文件名'),
      title: text('文件名称'),
    }),
  ],
  [
    'CsvTable',
    component('数据表格', '<CsvTable file="data.csv" caption="各地用电量" />', {
      file: table('表格文件名'),
      caption: text('表格名称'),
    }),
  ],
]);
