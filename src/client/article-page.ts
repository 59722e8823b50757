/** What a page with a text to read does: its tools, and its pictures large. */
import { showPicturesLarge } from './picture-buttons.ts';
import { workReadingTools } from './reading-tools.ts';

workReadingTools();
showPicturesLarge();
