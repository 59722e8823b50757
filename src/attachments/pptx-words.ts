/** The words of slides, with the notes that the speaker alone reads. */
import { paragraphs, properties } from './docx-words.ts';
import type { FileWordsSink } from './file-words.ts';
import type { OfficeParts } from './office-parts.ts';
import { restOfOffice } from './office-rest.ts';

/** Parts by their path, and what staff call them. */
const PARTS: readonly (readonly [RegExp, where: string, isHidden: boolean])[] = [
  [/^ppt\/slides\/slide\d+\.xml$/i, '幻灯片', false],
  [/^ppt\/notesSlides\/notesSlide\d+\.xml$/i, '演讲者备注', true],
  [/^ppt\/comments\/[^/]+\.xml$/i, '批注', true],
];

export function pptxWords(parts: OfficeParts, sink: FileWordsSink): void {
  for (const [path, where, isHidden] of PARTS) {
    for (const [index, part] of parts.named(path).entries())
      paragraphs(parts, part, `${where}${index + 1}`, isHidden, sink);
  }
  properties(parts, sink);
  restOfOffice(parts, sink);
}
