/** What the desk's page asks of its server, and what it is answered: JSON but where it is said. Addresses begin with `/api/`. */
import type { ReviewAsked } from './review-api.ts';
import type { BesideFile } from './files-api.ts';

/**
 * Where an article stands.
 * - `draft`: nobody but staff sees it
 * - `changed`: readers see an older text; what is new is saved here and not published
 * - `new`: no draft, and not published yet
 * - `waiting`: handed on, and not in the branch yet that the site is made of
 * - `unsent`: committed, and the live site has something else or nothing
 */
export type ArticleState =
  | 'draft'
  | 'new'
  | 'changed'
  | 'waiting'
  | 'unsent'
  | 'published'
  | 'scheduled'
  | 'expired'
  | 'withdrawn'
  | 'broken';

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
  /** The oldest date that does not count as forged when an article is published today, `YYYY-MM-DD`. */
  oldestDate: string;
  /** Columns that need an article this week, the most urgent first. */
  due: DueColumn[];
  publishing: PublishingFacts;
  /** Who is signed in; undefined on one's own machine. */
  me?: { name: string; roles: readonly string[] } | undefined;
  /** Whether articles of any column are reviewed. */
  hasReviews: boolean;
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
  /** Whether its articles publish documents (公文). */
  isPolicy: boolean;
}

/** A field of the front matter that has a form of its own; the others are changed in the source. */
export interface DeskField {
  name: string;
  /** 标题 */
  label: string;
  help: string;
  isRequired: boolean;
  /** `yes-no` is written true or not at all; `words` are several, parted by 、. */
  kind: 'line' | 'lines' | 'date' | 'day' | 'column' | 'yes-no' | 'words';
  /** Characters; 0 where there is no limit. */
  longest: number;
  /** 公文: it is one of several that stand together, and are asked for where a column has such articles. */
  group?: string;
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
  review?: ListedReview | undefined;
  /** Who is writing of it just now, where that is somebody else. */
  writing?: string | undefined;
}

/**
 * Where an article stands in its review.
 * - `none`: none is needed, or readers have what was reviewed
 * - `writing`: not handed in as it is now
 * - `ready`: handed to those who publish, with no review between
 */
export type ReviewStand = 'none' | 'writing' | 'in-review' | 'sent-back' | 'approved' | 'ready';

export interface ListedReview {
  stand: ReviewStand;
  /** The step that is to come: 一审. */
  next?: string | undefined;
  /** Whether this person wrote of it. */
  isMine: boolean;
  /** Whether it waits for this person. */
  isForMe: boolean;
}

/** A review as its article shows it. */
export interface ReviewView {
  stand: ReviewStand;
  /** 一审, 二审 … in order; none where its column asks for none. */
  steps: string[];
  /** Of the text as it is. */
  approvals: { role: string; by: string; at: string }[];
  next?: string | undefined;
  /** Of text, pictures and attachments: what a step names. */
  hash: string;
  /** What this person may do now. */
  may: ReviewAsked['did'][];
  history: {
    at: string;
    by: string;
    did: string;
    role?: string | undefined;
    note?: string | undefined;
  }[];
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
  /** Of the front matter, where it is missing: it has no line of its own. */
  field?: string | undefined;
  /** What somebody said who reviewed the text. */
  isRemark?: true;
}

/** GET articles/<id>. */
export interface OpenArticle {
  id: string;
  state: ArticleState;
  /** Where it is unsent: why, and what becomes of it. */
  whyUnsent?: string | undefined;
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
  /** On one's own machine undefined where its column asks for none; in an office such a one has no `steps`. */
  review?: ReviewView | undefined;
  /** As the list has it. */
  listedReview?: ListedReview | undefined;
  /** Categories of the columns in which it would be reviewed, were it moved there. */
  reviewedIn: string[];
  /** Withdrawn, and reviewed before readers get it again. */
  isReviewedAgain?: true | undefined;
  /** What is wrong with review.yaml, and the remedy: nothing can be published meanwhile. */
  reviewProblem?: string | undefined;
  /** Its body is too much for the programs that read it: nothing shows it but its Markdown. */
  isUnread?: true | undefined;
  /** Who is writing of it just now, where that is somebody else. POST articles/<id>/take-over makes it this browser. */
  writing?: string | undefined;
}

/** GET articles/<id>/mark: another one whenever somebody did something with the article. 404 where it has gone. */
export interface ArticleMark {
  mark: string;
}

/** PUT articles/<id>: either the fields and the body, or the source. If-Match: the etag. Answered by OpenArticle; 409 by Conflict. */
export type SavedArticle = { fields: Record<string, string>; body: string } | { source: string };

/** POST articles/<id>/unsaved, what PUT would save: its page, though nothing is saved. */
export interface UnsavedPage {
  /** Below the preview's; undefined where it has none now. */
  address: string | undefined;
}

/** 409: somebody else has changed the file. Nothing was written. */
export interface Conflict {
  current: OpenArticle;
}

/** POST articles/<id>/mdx: so that it may have components. If-Match: the etag. Answered by OpenArticle; 409 by Conflict; 422 where readers would see another text. */

/** POST articles/<id>/day: what readers have not seen is called by the day of its date. If-Match: the etag. Answered by OpenArticle, of another name. */

/** POST articles. Answered by OpenArticle. */
export interface BegunArticle {
  title: string;
  category: string;
}

/** POST import?category=…&name=稿件.docx, the file's bytes as application/octet-stream. */
export interface ImportedArticleAnswer {
  article: OpenArticle;
  /** What staff should check; `where` is a place in the text, `“会议要求…”一段`. */
  notices: { where?: string | undefined; message: string }[];
}

/**
 * POST paste: HTML of the clipboard, UTF-8 as application/octet-stream, as Markdown. With `?article=<id>` an `<img>` whose `src` is
 * the name of a picture beside that article shows it; any other is left out, and said.
 */
export interface PasteAnswer {
  markdown: string;
  notices: string[];
}

/** Whatever is refused: 400, 401, 403, 404, 409, 413, 422, 423. */
export interface Refusal {
  message: string;
  fix: string;
  issues?: DeskIssue[];
  /** 423: who is writing of it. */
  writing?: string;
}
