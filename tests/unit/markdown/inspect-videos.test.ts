import { expect, it } from 'vitest';
import { labelsOf } from '../../../src/labels/labels-of.ts';
import { secondsInWords } from '../../../src/markdown/file-label.ts';
import { inspectBody } from '../../../src/markdown/inspect-body.ts';

const told = (body: string): string[] =>
  inspectBody(body, { format: 'mdx', file: 'a.mdx', firstLine: 1 }).issues.map(
    ({ level, line, message, fix }) => `${level} ${line} ${message} → ${fix}`,
  );
const video = (more: string, src = '1.mp4'): string =>
  `<Video src="${src}" poster="1.jpg" title="宣传片" ${more}/>`;

it.each([
  ['captions', video('captions="1.vtt" ')],
  ['a transcript', `${video('')}\n\n## 文字稿\n\n大家好。`],
  ['a kind in capitals', video('captions="1.vtt" ', '1.MP4')],
])('nothing is said of a video with %s', (_, body) => {
  expect(told(body)).toEqual([]);
});

it('a video that part of the readers cannot hear, or most cannot see, is told', () => {
  expect(told(`甲\n\n${video('')}`)).toEqual([
    'warn 3 视频「宣传片」没有字幕，也没有文字稿。 → 把字幕文件放在稿件旁边，写上 captions="字幕.vtt"；或者在正文里加一个小标题「文字稿」，写出视频里说的话。',
  ]);
  expect(told(video('captions="1.vtt" ', '1.wmv'))).toEqual([
    'warn 1 视频「1.wmv」的格式，多数浏览器放不了。 → 用视频软件导出成 MP4（H.264），换掉原来的文件。',
  ]);
});

it.each([
  [12, '12秒'],
  [60, '1分'],
  [125, '2分5秒'],
  [3600, '1小时'],
  [3725, '1小时2分'],
])('%i seconds are %s', (seconds, words) => {
  expect(secondsInWords(labelsOf('zh-CN').files, seconds)).toBe(words);
});
