/** What the desk's page asks of its server, and what it is answered: JSON but where it is said. Addresses begin with `/api/`. */

/**
 * Where an article stands.
 * - `draft`: nobody but staff sees it
 * - `changed`: readers see an older text; what is new is saved here and not published
 * - `new`: no draft, and not published yet
 */
export type ArticleState =
  'draft' | 'new' | 'changed' | 'published' | 'scheduled' | 'expired' | 'withdrawn' | 'broken';

/** GET desk. */
export interface DeskFacts {
  siteName: string;
  /** Where the preview is, with a slash at its end: another origin of this machine. */
  previewUrl: string;
  columns: DeskColumn[];
  fields: DeskField[];
  articles: ListedArticle[];
  /** Problems of files that are no articles, `content/site.yaml:3 …` each. */
  otherProblems: DeskIssue[];
  /** Columns that need an article this week, the most urgent first. */
  due: DueColumn[];
  publishing: PublishingFacts;
}

export interface DueColumn {
  name: string;
  /** The last day, `YYYY-MM-DD`; undefined where it is late already. */
  by?: string | undefined;
  /** It has no article at all. */
  isEmpty: boolean;
}

export interface DeskColumn {
  slug: string;
  /** As it is written in an article: the name, or `父栏目/子栏目` where two share one. */
  category: string;
  name: string;
}

/** A field of the front matter that has a form of its own; the others are changed in the source. */
export interface DeskField {
  name: string;
  /** 标题 */
  label: string;
  help: string;
  isRequired: boolean;
  /** `yes-no` is written true or not at all; `words` are several, parted by 、. */
  kind: 'line' | 'lines' | 'date' | 'column' | 'yes-no' | 'words';
  /** Characters; 0 where there is no limit. */
  longest: number;
}

export interface ListedArticle {
  id: string;
  title: string;
  /** Name of its column; empty where it has none that is known. */
  column: string;
  /** As written. */
  date: string;
  state: ArticleState;
  /** Problems for which it could not be published. */
  problems: number;
}

export interface PublishingFacts {
  /** How a text leaves this machine: nowhere (only saved here), by git to others' machine, or to the site itself too. */
  way: 'kept-here' | 'pushed' | 'published';
  /** Who is named as the writer of what is saved: git's user.name. Empty where git knows nobody. */
  person: string;
}

/** A problem beside its line. */
export interface DeskIssue {
  level: 'stop' | 'warn' | 'info';
  /** Of the file, 1-based; undefined of the file as a whole. */
  line?: number | undefined;
  message: string;
  fix: string;
}

/** GET articles/<id>. */
export interface OpenArticle {
  id: string;
  state: ArticleState;
  /** Path as staff see it. */
  file: string;
  /** Changes with every byte of the file: what PUT names in If-Match. */
  etag: string;
  /** The whole file. */
  source: string;
  /** 1-based line of the file on which the body begins. */
  bodyLine: number;
  body: string;
  /** The fields that have a form, as they are written; one that is not there is not named. */
  fields: Record<string, string>;
  issues: DeskIssue[];
  /** Address below `previewUrl`, without a slash before it; undefined where there is no page to show. */
  preview?: string | undefined;
  /** Address on the live site, where readers have it. */
  liveUrl?: string | undefined;
  /** Files beside the text: pictures and attachments. */
  files: BesideFile[];
}

export interface BesideFile {
  name: string;
  /** Bytes. */
  size: number;
  isPicture: boolean;
  /** Whether the text names it. */
  isUsed: boolean;
}

/** PUT articles/<id>: either the fields and the body, or the source. If-Match: the etag. Answered by OpenArticle; 409 by Conflict. */
export type SavedArticle = { fields: Record<string, string>; body: string } | { source: string };

/** 409: somebody else has changed the file. Nothing was written. */
export interface Conflict {
  current: OpenArticle;
}

/** POST articles. Answered by OpenArticle. */
export interface BegunArticle {
  title: string;
  category: string;
}

/** POST import?category=…&name=稿件.docx, the file's bytes as application/octet-stream. */
export interface ImportedArticleAnswer {
  article: OpenArticle;
  /** What staff should check, `line` of the file. */
  notices: { line?: number | undefined; message: string }[];
}

/** POST paste: HTML of the clipboard, UTF-8 as application/octet-stream, as Markdown. */
export interface PasteAnswer {
  markdown: string;
  notices: string[];
}

/** POST articles/<id>/files?name=…, bytes. A picture is made fit for the web. GET articles/<id>/files/<name> gives the bytes. */
export interface AddedFile {
  file: BesideFile;
  /** What stands in the text to show it: `![](1.jpg)`, `[名称](附件.docx)`. */
  markdown: string;
}

/**
 * POST articles/<id>/publish, correct, withdraw, hide (back to a draft, of what was not published). If-Match: the etag of the
 * text that is meant; 409 by Conflict where it is another one now.
 */
export interface PublishAsked {
  /** 更正说明, or the reason of a withdrawal. */
  note?: string;
}

export interface PublishAnswer {
  article: OpenArticle;
  /** What was done, a Chinese sentence each, in order. */
  done: string[];
}

/** Whatever is refused: 400, 403, 404, 409, 413, 422. */
export interface Refusal {
  message: string;
  fix: string;
  issues?: DeskIssue[];
}
