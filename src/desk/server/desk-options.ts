import type { Preview } from '../preview/open-preview.ts';
import type { PublishOptions } from './send-article.ts';

export interface DeskOptions extends PublishOptions {
  preview: Preview;
  /** Hears what could not be published by itself, in Chinese. */
  onTrouble?: ((words: string) => void) | undefined;
  /** Hears what went wrong for no fault of the page's. */
  onFailure: (error: unknown) => void;
}
