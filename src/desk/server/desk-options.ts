import type { UnsavedPages } from '../unsaved/unsaved-pages.ts';
import type { PublishOptions } from './send-article.ts';

/** The pages as readers will see them, elsewhere on this machine. */
export interface DeskPreview {
  url: string;
  /** Lets it show what was saved. */
  refresh(): Promise<void>;
  /** Lets it show a text that is being written. */
  show: UnsavedPages['show'];
}

export interface DeskOptions extends PublishOptions {
  preview: DeskPreview;
  /** Hears what went wrong for no fault of the page's. */
  onFailure: (error: unknown) => void;
}
