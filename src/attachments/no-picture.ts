/** Why a file cannot be shown as a picture, when the picture reader has only said that it is none. */
import { withSource } from '../images/byte-source.ts';
import { linkTo } from '../model/link-to.ts';
import type { FileProblem } from '../model/file-problem.ts';
import { after, FOUND } from './allowed-kinds.ts';
import { contentKind } from './content-kind.ts';
import type { ContentKind } from './content-kind.ts';
import { endingOf } from './file-names.ts';
import { HEIC, kindProblem, nameProblem } from './refused-kinds.ts';

const PICTURES = new Set<ContentKind>(['jpeg', 'png', 'gif', 'webp', 'tiff']);
const FILMS = new Set<ContentKind>(['mp4', 'mkv', 'avi', 'asf', 'flv', 'mpeg']);
const AS_JPG = '用「画图」打开，「另存为」JPG，换上这个图片，稿件里的名字也一起改。';

/** Undefined when there is nothing better to say. */
export function noPicture(path: string, name: string): FileProblem | undefined {
  const kind = withSource(path, contentKind);
  if (FILMS.has(kind)) return film(name);
  if (kind === 'heic') return HEIC;
  if (kind === 'empty' || kind === 'lfs-pointer' || kind === 'svg' || kind === 'program') {
    return kindProblem(kind, endingOf(name), undefined);
  }
  if (kind === 'shortcut') return nameProblem('shortcut', name);
  if (kind === 'bmp') return { message: '是 BMP 图片，文件太大，网页上不能用。', fix: AS_JPG };
  if (kind === 'psd') {
    return {
      message: '是 Photoshop 的 PSD 文件，网页上不能用。',
      fix: '在 Photoshop 里「导出为」JPG 或 PNG，换上这个图片，稿件里的名字也一起改。',
    };
  }
  if (kind === 'web-page') {
    return {
      message: '其实是网页，不是图片：保存时多半保存错了。',
      fix: '在网页里右键点那张图片，选「图片另存为」，重新保存一次。',
    };
  }
  const found = FOUND[kind];
  if (!found || kind === 'text' || PICTURES.has(kind)) return undefined;
  return {
    message: `${after('不是图片，是', found.label)}。`,
    fix: `要给读者下载，就写成链接：[文件名称](${linkTo(name)})；要在正文里显示，就截图存成 JPG 或 PNG。`,
  };
}

function film(name: string): FileProblem {
  return {
    message: '是视频，不能当图片放。',
    fix: `写成链接：[观看视频](${linkTo(name)})；要在页面上播放，把稿件改名为 index.mdx，这一处换成 <Video src="${name}" poster="1.jpg" title="视频名称" />（1.jpg 是视频的封面图片）。`,
  };
}
