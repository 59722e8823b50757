/** The two ways to write an article: its fields with its body, or the whole file. Only one of them is open. */
import type { BesideFile, DeskFacts, DeskIssue, OpenArticle, SavedArticle } from '../api.ts';
import { element } from './element.ts';
import { fieldForm } from './field-form.ts';
import { fileList } from './file-list.ts';
import { insertBar, insertBlock } from './insert-bar.ts';
import type { IssuePlaces } from './issue-places.ts';
import { fileAdder, takeIn } from './taken-in.ts';
import { textBox, type LineMark } from './text-box.ts';
import { headingBefore } from './text-lines.ts';

export type TextMode = 'write' | 'source';

export interface TextPanels {
  write: HTMLElement;
  source: HTMLElement;
  mode(): TextMode;
  /** Opens one of the two with the text of the article as it was saved. */
  open(mode: TextMode, article: OpenArticle): void;
  fill(saved: SavedArticle): void;
  current(): SavedArticle;
  title(): string;
  /** Labels of required fields that are empty. */
  missing(): string[];
  isComposing(): boolean;
  showFiles(files: readonly BesideFile[]): void;
  mark(issues: readonly DeskIssue[], places: IssuePlaces): void;
  /** False where the place is in the file alone. */
  goTo(issue: DeskIssue, places: IssuePlaces): boolean;
  /** Number of the heading under which the caret is. */
  heading(): number;
}

/** @param onAdded files came to the article */
export function textPanels(
  id: string,
  facts: DeskFacts,
  onTyped: () => void,
  onAdded: () => void,
): TextPanels {
  let mode: TextMode = 'write';
  const form = fieldForm(facts.fields, facts.columns, onTyped);
  const box = textBox('正文', onTyped);
  const file = textBox('源文件', onTyped);
  const addFiles = fileAdder(id, box, onAdded);
  takeIn(box, addFiles);
  const files = fileList(({ name, isPicture }) => {
    const target = /[\s()<>]/u.test(name) ? `<${name}>` : name;
    const written = isPicture ? `![](${target})` : `[${name}](${target})`;
    void insertBlock(box, box.area.selectionEnd, written);
  });
  const bar = insertBar(box, (chosen, place) => void addFiles(chosen, place));
  const write = panel(form.node, bar, box.node, files.node);
  const path = element('p', { className: 'help' });
  const source = panel(path, file.node);
  const openBox = () => (mode === 'source' ? file : box);

  function fill(saved: SavedArticle) {
    if ('source' in saved) return file.fill(saved.source);
    form.fill(saved.fields);
    box.fill(saved.body);
  }

  return {
    write,
    source,
    mode: () => mode,
    open(chosen, article) {
      mode = chosen;
      path.textContent = `${article.file}：整个文件，表格里没有的各项也在这里。按 Ctrl+Z 可以撤销。`;
      fill(savedOf(article, mode));
    },
    fill,
    current: () =>
      mode === 'source'
        ? { source: file.area.value }
        : { fields: form.values(), body: box.area.value },
    title: () => form.values()['title'] ?? '',
    missing: () => (mode === 'source' ? [] : form.missing()),
    isComposing: () => openBox().isComposing(),
    showFiles: files.show,
    mark: (issues, places) => openBox().mark(marksOf(issues, places)),
    goTo(issue, places) {
      const place = places.placeOf(issue);
      if (place.kind === 'line') openBox().goToLine(place.line);
      return place.kind === 'line' || (place.kind === 'field' && form.focus(place.name));
    },
    heading: () => headingBefore(box.area.value, box.area.selectionStart),
  };
}

/** What of an article is written in one of the two ways: an open article has both. */
export function savedOf({ source, fields, body }: OpenArticle, mode: TextMode): SavedArticle {
  return mode === 'source' ? { source } : { fields, body };
}

function panel(...children: HTMLElement[]): HTMLElement {
  return element('div', { className: 'panel', attributes: { role: 'tabpanel' } }, ...children);
}

/** One mark a line, of its gravest problem: they come the gravest first. */
function marksOf(issues: readonly DeskIssue[], places: IssuePlaces): LineMark[] {
  const marks = new Map<number, LineMark>();
  for (const issue of issues) {
    const place = places.placeOf(issue);
    if (place.kind !== 'line') continue;
    const { level, message } = issue;
    const known = marks.get(place.line);
    marks.set(place.line, {
      line: place.line,
      level: known?.level === 'stop' ? 'stop' : level,
      words: known ? `${known.words}\n${message}` : message,
    });
  }
  return [...marks.values()];
}
