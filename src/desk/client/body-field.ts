/** The field of a body, as the panel around it knows it: the page as readers see it, or its Markdown. */
import type { BesideFile } from '../files-api.ts';
import type { LineMark } from './text-box.ts';

export interface BodyField {
  /** What is shown, buttons included. */
  node: HTMLElement;
  /** Exchanges the whole text. False where this field cannot show it without a change; nothing is changed then. */
  fill(text: string): boolean;
  /** As it will be saved. */
  text(): string;
  isComposing(): boolean;
  /** Marks beside lines, until they are others. */
  mark(marks: readonly LineMark[]): void;
  goToLine(line: number): void;
  /** Where a line is, as who writes here counts: `第 3 段`. */
  wordsOfLine(line: number): string;
  /** Number of the heading under which the caret is, 0 before the first. */
  heading(): number;
  /** Puts files behind what is written, once each is with the article. */
  insertFile(file: { name: string; isPicture: boolean }): void;
  /** Names another picture wherever one is shown, as one step to undo. How many places that were. */
  exchangePicture(name: string, other: string): Promise<number>;
  /** Another article is opened. */
  close(): void;
}

export interface BodyFieldOptions {
  /** Id of the article. */
  id: string;
  /** Whether it is an .mdx: its components are cards. It may become one. */
  readonly isMdx: boolean;
  /** Makes it one; false where that is not possible, which is said. */
  becomeMdx: () => Promise<boolean>;
  /** What lies beside the article. */
  files: () => readonly BesideFile[];
  /** Shows a line of the body in the source. */
  onSource: (line: number) => void;
  onChange: () => void;
  /** It is shown alone: who is here may not change it. */
  isReadOnly: boolean;
  /** Files came to the article. */
  onAdded: () => void;
  /** A picture beside the article is to be cut. */
  onCrop: (name: string) => void;
}

/** What the editor's module gives. */
export interface BodyEditorModule {
  bodyEditor(options: BodyFieldOptions): BodyField;
}
