/** The two ways to write an article: its fields with its body, or the whole file. Only one of them is open. */
import type { DeskFacts, DeskIssue, OpenArticle, SavedArticle } from '../api.ts';
import type { BesideFile } from '../files-api.ts';
import { backdated } from './backdated.ts';
import type { BodyEditorModule, BodyField, BodyFieldOptions } from './body-field.ts';
import { element } from './element.ts';
import { fieldFacts } from './field-facts.ts';
import { fieldForm } from './field-form.ts';
import { fileList } from './file-list.ts';
import type { IssuePlaces } from './issue-places.ts';
import { lostInFields } from './lost-characters.ts';
import { markdownBody } from './markdown-body.ts';
import { notice } from './notices.ts';
import { mayWrite } from './states.ts';
import { textBox, type LineMark } from './text-box.ts';

export type TextMode = 'write' | 'source';

const UNREADABLE = '这篇正文里有编辑器不认得的写法，先用 Markdown 写：什么都不会丢。';

const ONLY_READ = '您没有“编辑”的权限，这里只能看；要改的写成意见。';

export interface TextPanels {
  write: HTMLElement;
  source: HTMLElement;
  mode(): TextMode;
  /** Opens one of the two with the text of the article as it was saved. */
  open(mode: TextMode, article: OpenArticle): void;
  fill(saved: SavedArticle): void;
  current(): SavedArticle;
  /** Tells what of fields that were sent is not there once they are saved. */
  compare(sent: SavedArticle, saved: OpenArticle): void;
  title(): string;
  /** Labels of required fields that are empty. */
  missing(): string[];
  isComposing(): boolean;
  showFiles(files: readonly BesideFile[]): void;
  mark(issues: readonly DeskIssue[], places: IssuePlaces): void;
  /** Where a line of the text that is open is: `正文第 3 段`. */
  wordsOfLine(line: number): string;
  /** False where the place is in the file alone. */
  goTo(issue: DeskIssue, places: IssuePlaces): boolean;
  /** Number of the heading under which the caret is. */
  heading(): number;
  close(): void;
}

/** What is done with an article beyond its text. */
export interface TextActions extends Pick<BodyFieldOptions, 'onAdded' | 'becomeMdx' | 'onSource'> {
  onTyped: () => void;
}

/** @param editor the module of the editor, or why there is none */
export function textPanels(
  opened: OpenArticle,
  facts: DeskFacts,
  editor: BodyEditorModule | string,
  { onTyped, onAdded, becomeMdx, onSource }: TextActions,
): TextPanels {
  const { id, file: name } = opened;
  let mode: TextMode = 'write';
  let isClosed = false;
  const lostOf = lostInFields(facts.fields);
  let { state, isUnread } = opened;
  const form = fieldForm(facts.fields, facts.columns, () => {
    hintDate();
    onTyped();
  });
  const isReadOnly = !mayWrite(facts);
  let isMdx = name.endsWith('.mdx');
  let beside: readonly BesideFile[] = [];
  const options: BodyFieldOptions = {
    id,
    get isMdx() {
      return isMdx;
    },
    isReadOnly,
    becomeMdx: async () => isMdx || becomeMdx(),
    files: () => beside,
    onChange: onTyped,
    onAdded,
    onCrop: (name) => void onCrop(name),
    onSource,
  };
  const edited = typeof editor === 'string' ? undefined : editor.bodyEditor(options);
  const why = element('p', { className: 'no-editor', attributes: { role: 'status' } });
  const place = element('div');
  let body: BodyField = edited ?? markdownBody(options);
  let plain = edited ? undefined : body;
  const file = textBox('源文件', onTyped);
  const files = fileList(
    (chosen) => body.insertFile(chosen),
    options.onCrop,
    (chosen) =>
      void import('./remove-file.ts').then((part) => part.removeFile(id, chosen, onAdded)),
    isReadOnly,
  );
  file.area.readOnly = isReadOnly;
  const read = fieldFacts(facts.fields);
  const fields = isReadOnly ? read.node : form.node;
  const onlyRead = element('p', { className: 'no-editor', hidden: !isReadOnly }, ONLY_READ);
  const write = panel(onlyRead, fields, why, place, files.node);
  const path = element('p', { className: 'help' });
  const source = panel(path, file.node);
  const openBox = () => (mode === 'source' ? file : body);

  /** The editor where it can show this body as it is, else its Markdown. */
  function fillBody(text: string) {
    if (!isUnread && edited?.fill(text)) body = edited;
    else {
      body = plain ??= markdownBody(options);
      body.fill(text);
    }
    why.textContent = body === edited ? '' : typeof editor === 'string' ? editor : UNREADABLE;
    why.hidden = body === edited;
    if (body.node.parentElement !== place) place.replaceChildren(body.node);
  }

  async function onCrop(name: string) {
    const { cropPicture } = await import('./crop-dialog.ts');
    await cropPicture(id, name, exchange);
  }

  /** Wherever the article shows it. */
  async function exchange(name: string, other: string): Promise<number> {
    if (isClosed) return 0;
    const values = form.values();
    const isCover = values['cover'] === name;
    if (isCover) form.fill(Object.assign(values, { cover: other }));
    const count = await body.exchangePicture(name, other);
    if (isCover) onTyped();
    onAdded();
    return count + (isCover ? 1 : 0);
  }

  function fill(saved: SavedArticle) {
    if ('source' in saved) return file.fill(saved.source);
    form.fill(saved.fields);
    read.fill(saved.fields);
    hintDate();
    fillBody(saved.body);
  }

  function hintDate() {
    form.hint('date', backdated(form.values()['date'] ?? '', { state }, facts));
  }

  return {
    write,
    source,
    mode: () => mode,
    open(chosen, article) {
      mode = chosen;
      ({ state, isUnread } = article);
      isMdx = article.file.endsWith('.mdx');
      path.textContent = `${article.file}：整个文件，表格里没有的各项也在这里。按 Ctrl+Z 可以撤销。`;
      fill(savedOf(article, mode));
    },
    fill,
    current: () =>
      mode === 'source'
        ? { source: file.area.value }
        : { fields: form.values(), body: body.text() },
    compare(sent, saved) {
      const lost = 'fields' in sent ? lostOf(sent.fields, saved.fields) : '';
      if (lost !== '') notice('problem', lost);
    },
    title: () => form.values()['title'] ?? '',
    missing: () => (mode === 'source' ? [] : form.missing()),
    isComposing: () => openBox().isComposing(),
    showFiles(now) {
      beside = now;
      files.show(now);
    },
    mark: (issues, places) => openBox().mark(marksOf(issues, places)),
    wordsOfLine: (line) => (mode === 'source' ? `第 ${line} 行` : `正文${body.wordsOfLine(line)}`),
    goTo(issue, places) {
      const place = places.placeOf(issue);
      if (place.kind === 'line') openBox().goToLine(place.line);
      if (place.kind === 'field') read.focus(place.name);
      return place.kind === 'line' || (place.kind === 'field' && form.focus(place.name));
    },
    heading: () => body.heading(),
    close() {
      isClosed = true;
      edited?.close();
      plain?.close();
    },
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
