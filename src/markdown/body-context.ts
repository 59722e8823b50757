import type { Labels } from '../labels/labels.ts';
import type { BodyFiles } from '../model/body.ts';
import type { NamedAttachment } from './attachment-lines.ts';
import type { Hosts } from './outbound.ts';

/** What a body is resolved against. */
export interface BodyContext extends Hosts {
  /** What its pictures and files stand for. */
  files: BodyFiles;
  /** What is added to it, in the site's language. */
  labels: Labels;
  /** The site's base path, `/` or `/jgsw/`. */
  base: string;
  /** Links to articles that readers would not find now, percent-decoded. */
  hiddenLinks?: readonly string[] | undefined;
  /** A line of it that is no sentence, such as a heading, in the runs that no line ends within (`titles/`); without it nothing says where lines end. */
  runsOf?: ((text: string) => readonly string[]) | undefined;
  /** Whether its pictures are slides (图集). */
  isGallery?: boolean | undefined;
  /** What the page offers below the text, which may name it. */
  attachments?: readonly NamedAttachment[] | undefined;
}
