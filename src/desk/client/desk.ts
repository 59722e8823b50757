/** The desk: the list of articles, and the one that is open, whose id is in the address. */
import type { DeskFacts, ListedArticle, OpenArticle } from '../api.ts';
import { articleEditor, type ArticleEditor } from './article-editor.ts';
import { articleList } from './article-list.ts';
import { bodyEditorModule } from './body-editor-module.ts';
import { columnsDue } from './columns-due.ts';
import { deskApi, wordsOf } from './desk-api.ts';
import { ask } from './dialogs.ts';
import { button, element } from './element.ts';
import { clearNotices, notice } from './notices.ts';
import { showWhoIsHere } from './who-is-here.ts';
import { mayWrite } from './states.ts';
import { findCopy } from './unsaved-copy.ts';

const main = document.querySelector('main') ?? document.body;

/** A part of the page that comes where somebody asks for it. */
const starting = () => import('./new-articles.ts');
/** Milliseconds after which a list that stays open is asked for again. */
const LIST_MS = 60_000;

async function start(): Promise<void> {
  main.replaceChildren(
    element('p', { className: 'empty', attributes: { role: 'status' } }, '正在打开…'),
  );
  try {
    showDesk(await deskApi.facts());
  } catch (error) {
    const again = button('再试一次', () => void start(), { className: 'main' });
    const words = element('p', { attributes: { role: 'alert' } }, wordsOf(error));
    main.replaceChildren(
      element('div', { className: 'empty' }, element('h1', {}, '写稿台没有打开'), words, again),
    );
  }
}

function showDesk(facts: DeskFacts): void {
  const { columns } = facts;
  const articles = new Map(facts.articles.map((article) => [article.id, article]));
  let editor: ArticleEditor | undefined;
  let isBegun = false;
  const take = (files: File[]) =>
    void begin(starting().then(({ importWord }) => importWord(files, columns)));
  const starts = () => [
    button('新建稿件', () => void begin(starting().then(({ newArticle }) => newArticle(columns))), {
      className: 'main',
    }),
    button(
      '导入 Word 文件',
      () => void starting().then(({ pickWordFiles }) => pickWordFiles(take)),
    ),
  ];
  const list = articleList(facts, ...(mayWrite(facts) ? starts() : []));
  const place = element('div', { className: 'editor-place' });
  const title = element('h1', { className: 'unseen' }, '写稿台');
  void bodyEditorModule();
  main.replaceChildren(title, list.node, place);
  document.title = `写稿台 - ${facts.siteName}`;
  for (const site of document.querySelectorAll('.site-name')) site.textContent = facts.siteName;
  showWhoIsHere(facts);
  const due = columnsDue(facts);
  if (due) list.node.prepend(due);
  let problems = siteProblems(facts);
  list.node.prepend(problems);
  list.show(facts.articles);

  function note(article: OpenArticle) {
    articles.set(article.id, listed(article, facts));
    list.show([...articles.values()]);
  }

  /** What others did is in the list when somebody comes back to it, and a while later where it stays open. */
  async function look() {
    if (editor || document.visibilityState !== 'visible') return;
    const now = await deskApi.factsAgain().catch(() => undefined);
    if (!now || editor) return;
    // Who goes through the list by keys keeps the place.
    if (JSON.stringify(now.articles) !== JSON.stringify([...articles.values()])) {
      articles.clear();
      for (const article of now.articles) articles.set(article.id, article);
      list.show(now.articles);
    }
    const others = siteProblems(now);
    problems.replaceWith(others);
    problems = others;
  }

  async function begin(begun: Promise<OpenArticle | undefined>) {
    const article = await begun;
    if (!article) return;
    note(article);
    isBegun = true;
    location.hash = `#/${encodeURIComponent(article.id)}`;
  }

  async function go() {
    const id = idOfAddress();
    if (id === (editor?.id ?? '')) return;
    if (editor && !(await mayLeave(editor))) {
      history.replaceState(null, '', `#/${encodeURIComponent(editor.id)}`);
      return;
    }
    // What is said of a file that was taken in belongs to the article that opens now.
    if (!isBegun) clearNotices();
    isBegun = false;
    editor?.close();
    editor = undefined;
    place.replaceChildren();
    list.open(id);
    title.hidden = id !== '';
    document.body.classList.toggle('has-article', id !== '');
    if (id !== '') return open(id);
    void look();
    list.node.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
  }

  async function open(id: string) {
    try {
      const [article, bodyEditor] = await Promise.all([deskApi.open(id), bodyEditorModule()]);
      if (idOfAddress() !== id) return;
      editor = articleEditor(article, facts, bodyEditor, (now) => {
        if (now.id === id) return note(now);
        articles.delete(id);
        void begin(Promise.resolve(now));
      });
      place.replaceChildren(editor.node);
      editor.node.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
      scrollTo(0, 0);
      if (!findCopy(facts.me?.name, article)) return;
      const { offerCopy } = await import('./offer-copy.ts');
      await offerCopy(editor, article, facts.me?.name);
    } catch (error) {
      history.replaceState(null, '', '#/');
      await go();
      notice('problem', `这篇稿件打不开：${wordsOf(error)}`);
    }
  }

  // A part of the page that did not come, or a fault of its own: whoever pressed is told.
  addEventListener('unhandledrejection', ({ reason }) => notice('problem', wordsOf(reason)));
  addEventListener('hashchange', () => void go());
  addEventListener('focus', () => void (editor ? editor.refresh() : look()));
  // Others write, and what is to come becomes public by itself.
  if (facts.me || facts.publishing.way === 'published') setInterval(() => void look(), LIST_MS);
  document.addEventListener('visibilitychange', () => void editor?.flush());
  addEventListener('pagehide', () => {
    editor?.keep();
    void editor?.flush();
  });
  addEventListener('beforeunload', (event) => {
    if (editor && !editor.isSaved()) event.preventDefault();
  });
  addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    void editor?.flush();
  });
  takeDropped(mayWrite(facts) ? take : undefined);
  void go();
}

/** Files that are dropped anywhere but on a text. @param take undefined where they are not wanted: no browser opens them either */
function takeDropped(take: ((files: File[]) => void) | undefined): void {
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    document.body.classList.toggle('dragging', take !== undefined);
  });
  const stop = () => document.body.classList.remove('dragging');
  addEventListener('dragleave', (event) => event.relatedTarget === null && stop());
  addEventListener('drop', stop, true);
  addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    take?.([...(event.dataTransfer?.files ?? [])]);
  });
}

async function mayLeave(editor: ArticleEditor): Promise<boolean> {
  if (await editor.flush()) return true;
  const answer = await ask({
    title: '这篇稿件还没有保存',
    content: [element('p', {}, '现在离开，文字先留在这个浏览器里；下次打开这篇稿件，可以恢复。')],
    choices: [
      { value: 'leave', words: '离开' },
      { value: '', words: '留下', kind: 'main' },
    ],
  });
  return answer === 'leave';
}

/** Hidden where there are none. */
function siteProblems({ otherProblems }: DeskFacts): HTMLElement {
  const entries = otherProblems.map(({ message, fix }) =>
    element('li', {}, element('p', {}, message), element('p', { className: 'fix' }, fix)),
  );
  return element(
    'details',
    { className: 'site-problems', hidden: entries.length === 0 },
    element('summary', {}, `网站设置有 ${entries.length} 个问题`),
    element('ul', {}, ...entries),
  );
}

function listed(article: OpenArticle, { columns }: DeskFacts): ListedArticle {
  const { id, fields, state, issues, writing } = article;
  const { title = '', category = '', date = '' } = fields;
  const column = columns.find(
    (known) => known.category === category || known.name === category || known.slug === category,
  );
  const problems = issues.filter(({ level }) => level === 'stop').length;
  return {
    id,
    title,
    column: column?.name ?? '',
    date,
    state,
    problems,
    review: article.listedReview,
    writing,
  };
}

function idOfAddress(): string {
  const [, id = ''] = /^#\/(.+)$/u.exec(location.hash) ?? [];
  try {
    return decodeURIComponent(id);
  } catch {
    return '';
  }
}

void start();
