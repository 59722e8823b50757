/** Videos that part of the readers cannot see or hear: of a kind that browsers do not play, without captions. */
import type { Nodes, Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import type { Source } from './source.ts';
import { visit } from './visit.ts';

export const videoKindRule: Rule = {
  id: 'video/kind',
  level: 'warn',
  scope: 'text',
  title: '视频的格式',
  basis: '手机和电脑的浏览器都能放的只有 MP4 和 WebM。',
};

export const captionsRule: Rule = {
  id: 'video/captions',
  level: 'warn',
  scope: 'text',
  title: '视频的字幕',
  basis: 'WCAG 2.2 1.2.2：听不见、不方便开声音的读者看字幕或者文字稿。',
};

const PLAYED = /\.(?:mp4|m4v|webm)$/i;
/** What is said in it, as a part of the text. */
const TRANSCRIPT = /文字稿|解说词|视频文字/u;

type Video = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

export function inspectVideoKinds(tree: Root): BodyProblem[] {
  return videosIn(tree).flatMap((video) => {
    const src = attribute(video, 'src');
    if (src === undefined || PLAYED.test(src)) return [];
    return {
      line: lineOf(video),
      message: `视频「${shortened(src)}」的格式，多数浏览器放不了。`,
      fix: '用视频软件导出成 MP4（H.264），换掉原来的文件。',
    };
  });
}

export function inspectCaptions(tree: Root, source: Source): BodyProblem[] {
  if (TRANSCRIPT.test(source.body)) return [];
  return videosIn(tree).flatMap((video) => {
    if (attribute(video, 'captions') !== undefined) return [];
    const title = attribute(video, 'title') ?? '';
    return {
      line: lineOf(video),
      message: `视频「${shortened(title)}」没有字幕，也没有文字稿。`,
      fix: '把字幕文件放在稿件旁边，写上 captions="字幕.vtt"；或者在正文里加一个小标题「文字稿」，写出视频里说的话。',
    };
  });
}

function videosIn(tree: Root): Video[] {
  const found: Video[] = [];
  visit(tree, (node) => {
    const isElement = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
    if (isElement && node.name === 'Video') found.push(node);
  });
  return found;
}

function attribute({ attributes }: Video, name: string): string | undefined {
  const found = attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}
