/** What the desk's page asks of the versions of an article, and of the places where readers will find it. */
import type { SavedArticle } from './api.ts';

/** GET articles/<id>/versions. */
export interface ArticleVersions {
  /** The newest first; 50 at most. */
  versions: ListedVersion[];
  /** Why there are no more, in words; empty where there is nothing to say. */
  note: string;
}

export interface ListedVersion {
  /** By which it is asked for: a commit, or the time of a saving. */
  key: string;
  /** Milliseconds. */
  at: number;
  /** Empty where nobody knows. */
  by: string;
  /** What was done, in words: 发布, 保存. */
  did: string;
  /** Whether its text is the one that lies there now. */
  isNow: boolean;
}

/** GET articles/<id>/versions/<key>, and `…/now` of what lies there. 404 where there is none. */
export interface VersionText {
  /** The front matter as far as it can be read, by labels; a file that cannot is all body. */
  fields: { label: string; value: string }[];
  body: string;
  /** Names of what lay beside the text. */
  files: string[];
  /** Undefined of `now`. */
  restoring?: Restoring | undefined;
}

/** What it is to bring a version back. */
export interface Restoring {
  /** What is saved: `PUT articles/<id>` with `restores: true`, so that what is there now is kept as a version. */
  saved: SavedArticle;
  /** Labels of fields that stay as they are now. */
  stays: string[];
  /** Names of files that the version had, and that are there no more. */
  gone: string[];
}

/** GET articles/<id>/places: where readers will find it beside its own page, were it published as it is now. */
export interface ArticlePlaces {
  /** Addresses below `previewUrl`, of pages that begin at its entry. */
  list: ArticlePlace;
  home: ArticlePlace;
}

export interface ArticlePlace {
  /** Undefined where there is no page to show. */
  address?: string | undefined;
  /** What is to be said of it: that it is not there, and why; empty where it is. */
  note: string;
}
