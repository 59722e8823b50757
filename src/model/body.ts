/** What an article's body asks of other rooms: found by `markdown/`, judged by `checks/`, answered by `images/` and `build/`. */

/** A thing of this site that a body names: a picture; a file to read, play or download; a page. */
export interface BodyReference {
  kind: 'picture' | 'file' | 'page';
  /** As written, percent-decoded: `1.jpg`, `./附件.docx`, `/files/map.png`, `/zwgk/tzgg/`. */
  target: string;
  /** 1-based line in the article's file. */
  line: number;
  /** Of a file that the page shows as a table. */
  table?: true;
}

/** What is remembered of a body when its text is let go. */
export interface BodyFacts {
  /** The beginning of the readable text, at most 120 characters, on one line. */
  excerpt: string;
  references: BodyReference[];
  /** Names of files in places that are reported as wrong, if there are any. */
  misnamed?: string[];
  /** Links that lead to this machine or into an office network, if there are any. */
  inside?: InsideLink[];
}

export interface InsideLink {
  url: string;
  /** 1-based line in the text's file. */
  line: number;
}

/** The files that a text names, as they are on disk now. */
export interface NamedFiles {
  /** Changes when one of them does. */
  key: string;
  /** Keys of the pictures among them. */
  pictures: readonly string[];
}

export const NOTHING_NAMED: NamedFiles = { key: '', pictures: [] };

/** A picture as a page shows it. Addresses begin with the site's base path. */
export interface Picture {
  width: number;
  height: number;
  /** Fallback address, and the widths it comes in (`… 640w, … 960w`). */
  src: string;
  srcset: string;
  /** The same widths as WebP; empty for a picture that is served as it is (SVG, animated GIF). */
  webpSrcset: string;
}

/** A file offered for download. */
export interface FileFacts {
  /** Address on the site. */
  url: string;
  /** The file's own name, `附件1.docx`. */
  name: string;
  /** Bytes. */
  size: number;
  /** How long a video plays, where its file says it. */
  seconds?: number | undefined;
}

/** What the names in one body stand for. Each answers undefined for a name it does not know. */
export interface BodyFiles {
  picture(target: string): Promise<Picture | undefined>;
  file(target: string): Promise<FileFacts | undefined>;
  /** What is in a file, for `<CsvTable>`. */
  bytes(target: string): Promise<Uint8Array | undefined>;
}
