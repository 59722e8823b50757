import type { SiteReading } from '../../build/read-site.ts';
import type { UnsavedPages } from '../unsaved/unsaved-pages.ts';
import type { PublishOptions } from './send-article.ts';

/** The pages as readers will see them, elsewhere on this machine. */
export interface DeskPreview {
  url: string;
  /** Pages that are asked for afterwards show the site as it was read. */
  show(reading: SiteReading): void;
  /** The address of a text's page that is being written. */
  showTyped: UnsavedPages['show'];
}

export interface DeskOptions extends PublishOptions {
  preview: DeskPreview;
  /** Hears what went wrong for no fault of the page's. */
  onFailure: (error: unknown) => void;
}
