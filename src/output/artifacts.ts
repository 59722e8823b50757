/** The files of `dist/`: each says what it is made of, so that a build makes only those that changed. */
import type { RouteData } from 'astro';

interface Made {
  /** Where in `dist/`, `/`-separated. */
  path: string;
  /** Changes with all that the file is made of; '' is made in every build. */
  key: string;
}

/** A page, feed or other file that the renderer answers with. */
export interface PageArtifact extends Made {
  kind: 'page';
  /** As Astro gives it, without the base. */
  pathname: string;
  route: RouteData;
}

/** A file that is copied. */
export interface CopyArtifact extends Made {
  kind: 'copy';
  /** Absolute path. */
  source: string;
  /** SHA-256 of the source, in hex, or how it begins: where it may be another one by now. */
  sha256?: string;
  /** It is kept between builds, and can be made anew. */
  isKept?: boolean;
  /** A picture or film: without what was noted about it. */
  isCleaned?: boolean;
}

/** A file that is written here. */
export interface TextArtifact extends Made {
  kind: 'text';
  text: string;
}

/** One rendition of a picture; the picture store writes all renditions of a picture at once. */
export interface PictureArtifact extends Made {
  kind: 'picture';
  picture: string;
}

export type Artifact = PageArtifact | CopyArtifact | TextArtifact | PictureArtifact;

/** By path. */
export type Artifacts = ReadonlyMap<string, Artifact>;

/** @throws when two claim one path: the checks let each address have one owner, so that this is a bug */
export function collectArtifacts(lists: readonly (readonly Artifact[])[]): Artifacts {
  const artifacts = new Map<string, Artifact>();
  for (const artifact of lists.flat()) {
    const other = artifacts.get(artifact.path);
    if (other)
      throw new Error(`Two artifacts are ${artifact.path}: ${other.kind}, ${artifact.kind}`);
    artifacts.set(artifact.path, artifact);
  }
  return artifacts;
}
