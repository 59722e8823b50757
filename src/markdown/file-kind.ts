/** What a file is by its name, as far as it decides with which sign it may stand in a body. */

export type FileKind = 'picture' | 'video' | 'audio' | 'document' | 'unknown';

const ENDINGS: Readonly<Record<Exclude<FileKind, 'unknown'>, string>> = {
  picture: 'jpg jpeg png gif webp svg bmp tif tiff heic heif avif',
  video: 'mp4 webm mov avi wmv mkv flv m4v mpg mpeg',
  audio: 'mp3 m4a wav wma aac ogg',
  document: 'doc docx wps xls xlsx et ppt pptx dps pdf ofd rtf txt csv zip rar 7z',
};

const KINDS: ReadonlyMap<string, FileKind> = new Map(
  (Object.keys(ENDINGS) as (keyof typeof ENDINGS)[]).flatMap((kind) =>
    ENDINGS[kind].split(' ').map((ending) => [ending, kind] as const),
  ),
);

/** `1.MP4` → `video`; `unknown` for an ending that is not on the lists. */
export function fileKind(name: string): FileKind {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1] ?? '';
  return KINDS.get(ending.toLowerCase()) ?? 'unknown';
}
