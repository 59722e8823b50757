/** One article: its text, what is wrong with it, how it will look, and the way to readers. */
import type { DeskFacts, DeskIssue, OpenArticle } from '../api.ts';
import type { BodyEditorModule } from './body-field.ts';
import { autosave, type SaveState } from './autosave.ts';
import { deskApi, Refused, SavedElsewhere } from './desk-api.ts';
import { editorFrame } from './editor-frame.ts';
import { editorHead } from './editor-head.ts';
import { STEPS, type EditorStep } from './editor-steps.ts';
import { followOthers, standingOf, whatOthersDid } from './follow-others.ts';
import { issuePanel } from './issue-panel.ts';
import { issuePlaces } from './issue-places.ts';
import { clearDone, notice } from './notices.ts';
import { previewPane } from './preview-pane.ts';
import { mayWrite } from './states.ts';
import { textPanels } from './text-panels.ts';
import { textTabs } from './text-tabs.ts';
import { twoTexts } from './two-texts.ts';
import { forgetCopy, keepCopy } from './unsaved-copy.ts';
import type { UnsavedCopy } from './unsaved-copy.ts';

export interface ArticleEditor {
  node: HTMLElement;
  id: string;
  isSaved(): boolean;
  /** Saves what is typed; false where that failed. */
  flush(): Promise<boolean>;
  /** Shows the file as it is now, where nothing is typed that is not saved. */
  refresh(): Promise<void>;
  /** Puts in a text that could not be saved before. */
  restore(copy: UnsavedCopy): void;
  /** Keeps in this browser what is not saved: the page may go. */
  keep(): void;
  close(): void;
}

/**
 * @param bodyEditor the module of the editor, or why there is none
 * @param onChange the article was saved, or stands elsewhere now
 */
export function articleEditor(
  opened: OpenArticle,
  facts: DeskFacts,
  bodyEditor: BodyEditorModule | string,
  onChange: (article: OpenArticle) => void,
): ArticleEditor {
  const { id } = opened;
  const who = facts.me?.name;
  let article = opened;
  let isClosed = false;

  const isReader = !mayWrite(facts);
  const texts = textPanels(opened, facts, bodyEditor, {
    onTyped,
    onAdded: () => void saving.flush().then(() => refresh()),
    becomeMdx,
    onSource: (line) => void bar.goToSource(article.bodyLine - 1 + line),
  });
  const both = twoTexts(facts.fields, texts.current, choose);
  const saving = autosave(save, texts.isComposing, showSave);
  const head = editorHead(facts, {
    take: (step) => void take(step),
    refused: () => article.issues.some(({ level }) => level === 'stop') && problems.open(),
    solve: () => void both.solve(),
    toText: () => void bar.goTo({ level: 'info', line: article.bodyLine, message: '', fix: '' }),
  });
  const problems = issuePanel((issue) => void bar.goTo(issue));
  const preview = previewPane(facts.previewUrl, id, texts.heading, isReader);
  const bar = textTabs(texts, preview.node, {
    article: () => article,
    places: placesNow,
    flush: () => saving.flush(),
    opened: () => show(article),
    isReader,
    onPreview: (isShown) => node.classList.toggle('shows-preview', isShown),
  });
  const { node, main } = editorFrame({ head, bar: bar.node, texts, problems, preview }, isReader);
  // What is said of a saving makes the head higher, and a button must not go from under the press: its step saves.
  main.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof HTMLButtonElement)) void saving.flush();
  });
  const others = followOthers(id, () => refresh(true), keep);

  texts.open('write', article);
  head.showSave({ kind: 'untouched' });
  show(article);
  const first = isReader ? 'preview' : 'write';
  void bar.choose(article.state === 'broken' ? 'source' : first);

  function onTyped() {
    if (texts.mode() === 'write') head.showTitle(texts.title(), article);
    head.showState(article, texts.missing());
    saving.changed();
    preview.typed(texts);
  }

  async function save() {
    const sent = texts.current();
    try {
      const saved = await deskApi.save(id, article.etag, sent);
      forgetCopy(who, id);
      texts.compare(sent, saved);
      // What was said of a step is of the text as it stood then.
      if (saved.state !== article.state) clearDone();
      show(saved, true);
      onChange(saved);
    } catch (error) {
      keepCopy(who, article, sent);
      // Somebody else has begun to write since it was opened.
      if (error instanceof Refused && error.refusal.writing !== undefined)
        head.showState({ ...article, writing: error.refusal.writing }, texts.missing());
      throw error;
    }
  }

  function placesNow() {
    return issuePlaces(facts.fields, article, texts.mode() === 'source', texts.wordsOfLine);
  }

  /** All that is beside the text, which is left alone. */
  function show(now: OpenArticle, isTyped = false) {
    article = now;
    if (isClosed) return;
    const places = placesNow();
    head.showTitle(
      texts.mode() === 'write' ? texts.title() : (article.fields['title'] ?? ''),
      article,
    );
    head.showState(article, texts.missing());
    problems.show(article.issues, places);
    texts.mark(article.issues, places);
    texts.showFiles(article.files);
    preview.show(article.preview, isTyped);
  }

  function showSave(state: SaveState) {
    head.showSave(state);
    if (state.kind === 'elsewhere') both.meet(state.current);
  }

  async function choose(choice: 'mine' | 'theirs', theirs: OpenArticle) {
    if (isClosed) return;
    article = theirs;
    if (choice === 'theirs') {
      texts.open(texts.mode(), theirs);
      saving.settle('forget');
      forgetCopy(who, id);
      showSave({ kind: 'untouched' });
      show(theirs);
    } else {
      saving.settle('save');
      await saving.flush();
    }
  }

  /** Where components may stand; why not, is said. */
  async function becomeMdx(): Promise<boolean> {
    if (!(await saving.flush())) return false;
    const now = await deskApi.becomeMdx(id, article.etag).catch(meetOther);
    if (now) adopt(now);
    return now !== undefined;
  }

  async function take(step: EditorStep) {
    // Taking over is what lets it be saved.
    if (step !== 'takeOver' && !(await saving.flush()))
      return notice('problem', '文字还没有保存好。请看上面的原因。');
    const ways = { goTo: (issue: DeskIssue) => void bar.goTo(issue), where: placesNow().where };
    const taken = STEPS[step](article, facts, ways);
    const answer = await others.during(taken).catch(meetOther);
    // What was begun and failed may have changed it: the page shows where it stands, and why it failed stays said.
    if (!answer) return void (await refresh());
    // One of another name is opened anew.
    if (answer.article.id !== id) return onChange(answer.article);
    if (step === 'takeOver') tookOver(answer.article);
    else adopt(answer.article);
    onChange(answer.article);
  }

  /** Theirs lies there now; mine is here, and is kept until one of them is chosen. */
  function meetOther(error: unknown): undefined {
    if (!(error instanceof SavedElsewhere)) throw error;
    notice('problem', '没有办成：这篇稿件在单位的代码仓库里也改过。选好用哪一份，再办一次。');
    keepCopy(who, article, texts.current());
    both.meet(error.current);
  }

  /** What was typed here is saved behind what the other has saved, or both are shown. */
  function tookOver(now: OpenArticle) {
    if (saving.isSaved()) return adopt(now);
    head.showState({ ...article, writing: undefined }, texts.missing());
    void saving.flush();
  }

  /** Where something was typed meanwhile, the next saving finds out who is right. */
  function adopt(now: OpenArticle) {
    if (isClosed || !saving.isSaved()) return;
    texts.open(texts.mode(), now);
    show(now);
  }

  /** What others did is shown. What is typed here stays: the next saving finds out who is right. */
  async function refresh(isTold = false): Promise<boolean> {
    if (texts.isComposing()) return false;
    const before = article;
    const now = await deskApi.open(id);
    // Something was saved here meanwhile: this is older.
    if (isClosed || article !== before) return false;
    const told = whatOthersDid(before, now, { me: who, way: facts.publishing.way });
    const isOther = now.etag !== before.etag || now.files.length !== before.files.length;
    if (saving.isSaved() && isOther) adopt(now);
    else show(saving.isSaved() ? now : standingOf(now, before), true);
    if (isTold && told !== undefined) notice('done', told);
    onChange(now);
    return true;
  }

  function keep() {
    if (!saving.isSaved()) keepCopy(who, article, texts.current());
  }

  return {
    node,
    id,
    isSaved: saving.isSaved,
    flush: saving.flush,
    refresh: others.look,
    restore({ saved, base }) {
      void bar.choose('source' in saved ? 'source' : 'write').then(() => {
        // Saved upon what it was written upon: what others have saved since is shown beside it.
        article = { ...article, etag: base ?? '' };
        texts.fill(saved);
        onTyped();
      });
    },
    keep,
    close() {
      isClosed = true;
      others.stop();
      keep();
      saving.stop();
      texts.close();
    },
  };
}
