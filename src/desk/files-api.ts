/** What the desk's page and its server say of the files beside an article. */

export interface BesideFile {
  name: string;
  /** Bytes. */
  size: number;
  isPicture: boolean;
  /** Whether the text names it. */
  isUsed: boolean;
}

/** POST articles/<id>/files?name=…, bytes. A picture is made fit for the web. GET articles/<id>/files/<name> gives the bytes; DELETE removes one that the text does not name. */
export interface AddedFile {
  file: BesideFile;
  /** What stands in the text to show it: `![](1.jpg)`, `[名称](附件.docx)`. */
  markdown: string;
}

/** GET articles/<id>/pictures/<name>: pixels of a picture beside the article as it is seen. 422 for one that cannot be cut. */
export interface PictureSize {
  width: number;
  height: number;
}

/**
 * POST articles/<id>/pictures/<name>: a part of a picture, as a file of its own, which the text names instead. The old one stays:
 * undo names it again, and an approval was given to it. Answered by AddedFile.
 */
export interface CutAsked extends PictureSize {
  /** Quarter turns clockwise, before it is cut: 0 to 3. */
  turns: number;
  /** Whole pixels of the turned picture; what reaches beyond it is left out. */
  left: number;
  top: number;
}
