/** Videos of articles (视频): which one stands for an article, how long it plays, and what search engines are told of it. */
import { basename } from 'node:path';
import { withSource } from '../images/byte-source.ts';
import { filmSeconds } from '../images/film-length.ts';
import { fileKind } from '../markdown/file-kind.ts';
import type { Article } from '../model/article.ts';
import { namedPath } from '../model/named-path.ts';
import { attachmentPath } from './addresses.ts';
import { isoTime } from './dates.ts';
import type { Site } from './site.ts';

/** The first video that an article's body plays or links: its path, and its address on the site. */
function videoOf(site: Site, article: Article): { path: string; address: string } | undefined {
  const played = article.references.find(
    ({ kind, target }) => kind === 'file' && fileKind(target) === 'video',
  );
  const path = played && namedPath(site.content.roots, article.folder, played.target);
  if (!played || path === undefined) return undefined;
  const address = played.target.startsWith('/')
    ? played.target.slice(1)
    : attachmentPath(site, article, basename(played.target));
  return { path, address };
}

/** Seconds; undefined where the file does not say, or is not there. */
export function secondsOf(path: string): number | undefined {
  try {
    return withSource(path, filmSeconds);
  } catch {
    return undefined;
  }
}

/** `0:12`, `1:02:03`, as players show it; undefined for an article without a video, or one that does not say. */
export function videoLength(site: Site, article: Article): string | undefined {
  const video = videoOf(site, article);
  const seconds = video && secondsOf(video.path);
  if (seconds === undefined) return undefined;
  const two = (number: number): string => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`;
}

/** A schema.org VideoObject; undefined for an article without a video or a picture of it. */
export function videoObject(
  site: Site,
  article: Article,
  { description, image }: { description: string; image: string | undefined },
): object | undefined {
  const video = videoOf(site, article);
  if (!video || image === undefined) return undefined;
  const seconds = secondsOf(video.path);
  return {
    '@context': 'https://schema.org',
    '@type': 'VideoObject',
    name: article.title,
    description,
    thumbnailUrl: image,
    uploadDate: isoTime(article.date),
    contentUrl: site.origin + site.base + video.address,
    ...(seconds === undefined ? {} : { duration: `PT${seconds}S` }),
  };
}
