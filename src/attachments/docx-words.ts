/** The words of a Word file, with those that readers do not look at: comments, what was deleted, hidden text, properties. */
import type { FileWordsSink } from './file-words.ts';
import { restOfOffice } from './office-rest.ts';
import { otherParts } from './other-parts.ts';
import type { OfficeParts } from './office-parts.ts';
import { UnreadableError } from './text-outcome.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Parts by their path, and what staff call them. */
const PARTS: readonly (readonly [RegExp, where: string, isHidden: boolean])[] = [
  [/^word\/document\d*\.xml$/i, '正文', false],
  [/^word\/header\d*\.xml$/i, '页眉', false],
  [/^word\/footer\d*\.xml$/i, '页脚', false],
  [/^word\/(?:foot|end)notes\.xml$/i, '脚注', false],
  [/^word\/comments\w*\.xml$/i, '批注', true],
];

export function docxWords(parts: OfficeParts, sink: FileWordsSink): void {
  if (parts.named(/^word\/document\d*\.xml$/i).length === 0) throw new UnreadableError('damaged');
  for (const [path, where, isHidden] of PARTS) {
    for (const part of parts.named(path)) paragraphs(parts, part, where, isHidden, sink);
  }
  properties(parts, sink);
  otherParts(parts, sink);
  restOfOffice(parts, sink);
}

/** How the words of a paragraph are shown. */
type Shown = 'shown' | 'deleted' | 'hidden';
const CALLED: Readonly<Record<Shown, string>> = {
  shown: '',
  deleted: '修订里删除的文字',
  hidden: '隐藏文字',
};

/** Words of a part by paragraph. @param where what staff call the part @param isHidden whether readers do not look at it */
export function paragraphs(
  parts: OfficeParts,
  part: ZipEntry,
  where: string,
  isHidden: boolean,
  sink: FileWordsSink,
): void {
  let texts: Record<Shown, string> = { shown: '', deleted: '', hidden: '' };
  let deleted = 0;
  let skipped = 0;
  let inRun = false;
  let isVanished = false;
  let isText = false;
  let isDeleted = false;
  const flush = (): void => {
    for (const [shown, text] of Object.entries(texts) as [Shown, string][]) {
      if (text.trim() === '') continue;
      const what = CALLED[shown];
      if (what !== '') sink.hide(what);
      if (isHidden) sink.hide(where);
      sink.add({ where: what || where, isHidden: isHidden || what !== '', text });
    }
    texts = { shown: '', deleted: '', hidden: '' };
  };
  parts.walk(part, {
    open(name, attributes) {
      if (name === 'Fallback') skipped += 1;
      if (name === 'del' || name === 'moveFrom') deleted += 1;
      // Word shows in colour what was put in, with who did it and when.
      if (name === 'ins' || name === 'moveTo') sink.hide('没有接受的修订');
      if (name === 'r') {
        inRun = true;
        isVanished = false;
      }
      if (inRun && name === 'vanish') isVanished = !/^(?:0|false|off)$/.test(valueOf(attributes));
      if (name === 'tab' || name === 'br') texts.shown += ' ';
      // What a picture shows, for those who do not see it.
      if (name === 'docPr' && attributes['descr'])
        sink.add({ where: '图片说明', isHidden: true, text: attributes['descr'] });
      for (const text of offered(name, attributes))
        sink.add({ where: '下拉选项和提示', isHidden: true, text });
      isText = name === 't' || name === 'delText';
      isDeleted = deleted > 0 || name === 'delText';
    },
    text(text) {
      if (!isText || skipped > 0) return;
      texts[isDeleted ? 'deleted' : isVanished ? 'hidden' : 'shown'] += text;
    },
    close(name) {
      isText = false;
      if (name === 'Fallback') skipped -= 1;
      if (name === 'del' || name === 'moveFrom') deleted -= 1;
      if (name === 'r') inRun = false;
      if (name === 'p' || name === 'tc') flush();
    },
    isEnough: () => sink.isFull,
  });
  flush();
}

/** Words that a form or a link shows once it is pointed at: choices of a list, what is to be entered, tips. */
function offered(name: string, attributes: Readonly<Record<string, string>>): string[] {
  if (name === 'listItem') return ['displayText', 'value'].map((key) => named(attributes, key));
  if (name === 'hyperlink') return [named(attributes, 'tooltip')];
  return FORM_WORDS.has(name) ? [valueOf(attributes)] : [];
}

/** Of an old form: a choice, what stands there at first, help; of a control: what it is called. */
const FORM_WORDS = new Set(['listEntry', 'default', 'statusText', 'helpText', 'alias', 'tag']);

/** An attribute with whatever prefix. */
function valueOf(attributes: Readonly<Record<string, string>>): string {
  return named(attributes, 'val');
}

function named(attributes: Readonly<Record<string, string>>, key: string): string {
  return attributes[`w:${key}`] ?? attributes[key] ?? '';
}

/** 文档属性: who wrote it, what it is about, what an office system noted of it. */
export function properties(parts: OfficeParts, sink: FileWordsSink): void {
  for (const part of parts.named(/^docProps\/(?:core|app|custom)\.xml$/i)) {
    parts.walk(part, {
      open: () => undefined,
      text: (text) => sink.add({ where: '文档属性', isHidden: true, text }),
      close: () => undefined,
      isEnough: () => sink.isFull,
    });
  }
}
