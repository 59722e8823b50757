/** A site that is changed at random, as staff change one by hand, and what of it was published. */
import { monthOf } from '../../src/model/article-name.ts';
import type { Article } from '../../src/model/article.ts';
import type { Column } from '../../src/model/columns.ts';
import type { Page } from '../../src/model/page.ts';
import type { Redirect } from '../../src/model/word-lists.ts';
import type { KnownArticles } from '../../src/site/ledger/standing.ts';
import type { Site } from '../../src/site/site.ts';
import { aColumn, anArticle, aPage, aSite } from './a-site.ts';
import type { Random } from './random.ts';

interface Text {
  article: Article;
  state: 'published' | 'withdrawn' | 'draft';
  /** Under which id its views were counted first. */
  counted?: string;
}

const LIST_SIZE = 2;
const MOST_COLUMNS = 6;

export class History {
  columns: Column[] = [
    aColumn({ slug: 'a', name: '甲' }),
    aColumn({ slug: 'b', name: '乙', parent: 'a' }),
    aColumn({ slug: 'c', name: '丙' }),
  ];
  texts: Text[] = [];
  pages: Page[] = [aPage({ slug: 'about', title: '关于' })];
  files = ['one.pdf', 'two.pdf'];
  redirects: Redirect[] = [];
  private made = 0;
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
    for (let count = 0; count < 4; count += 1) this.add();
  }

  site(): Site {
    const of = (state: Text['state']): Article[] =>
      this.texts.filter((text) => text.state === state).map(({ article }) => article);
    return aSite({
      config: { listSize: LIST_SIZE },
      columns: this.columns,
      articles: of('published'),
      withdrawn: of('withdrawn'),
      pages: this.pages,
      publicFiles: this.files,
      redirects: this.redirects,
    });
  }

  known(): KnownArticles {
    return new Map(this.texts.map(({ article, state }) => [article.id, { article, state }]));
  }

  /** Every address that readers can open now, worked out anew. */
  addresses(): string[] {
    const published = this.texts.filter(({ state }) => state === 'published');
    return [
      ...this.columns.flatMap(({ slug }) => {
        const path = `/${this.path(slug)}/`;
        const inside = published.filter(({ article }) =>
          `/${this.path(article.column)}/`.startsWith(path),
        );
        const full = Math.max(1, Math.floor(inside.length / LIST_SIZE)) - 1;
        const lists = Array.from({ length: full }, (_, index) => `${path}page/${index + 1}/`);
        return [path, `${path}feed.xml`, ...lists];
      }),
      ...published.flatMap(({ article }) => {
        const page = this.pageOf(article);
        return [page, ...(article.attachments ?? []).map(({ file }) => page + file)];
      }),
      ...this.pages.map(({ slug }) => `/${slug}/`),
      ...this.files.map((file) => `/${file}`),
    ];
  }

  pageOf({ id, column }: Pick<Article, 'id' | 'column'>): string {
    return `/${this.path(column)}/${monthOf(id)}/${id}/`;
  }

  path(slug: string): string {
    const column = this.columns.find((each) => each.slug === slug);
    return column?.parent === undefined ? slug : `${this.path(column.parent)}/${slug}`;
  }

  /** One thing that staff do. */
  step(): void {
    const { random } = this;
    const acts = [
      () => this.add(),
      () => this.move(),
      () => this.rename(),
      () => this.renameColumn(),
      () => this.moveColumn(),
      () => this.removeColumn(),
      () => this.remove(),
      () => this.change('draft'),
      () => this.change('withdrawn'),
      () => this.replaceFile(),
      () => this.correct(),
      () => (this.files = this.files.filter(() => random.next() < 0.8)),
      () => this.renamePage(),
      () => (this.pages = this.pages.filter(() => random.next() < 0.8)),
    ];
    random.pick(acts)();
  }

  fresh(stem: string): string {
    this.made += 1;
    return `${stem}${this.made}`;
  }

  private one(): Text | undefined {
    const there = this.texts.filter(({ state }) => state === 'published');
    return there.length === 0 ? undefined : this.random.pick(there);
  }

  private add(): void {
    const id = `2026110${this.random.between(1, 3)}-${this.fresh('n')}`;
    // A few have a title in common.
    const title = this.random.next() < 0.2 ? '通知' : `标题${id}`;
    const files = this.random.next() < 0.5 ? [{ file: '表.docx' }] : [];
    const { slug } = this.random.pick(this.columns);
    const article = anArticle({ id, title, column: slug, attachments: files });
    this.texts.unshift({ article, state: 'published' });
  }

  private move(): void {
    const text = this.one();
    if (text) text.article = { ...text.article, column: this.random.pick(this.columns).slug };
  }

  private rename(): void {
    const text = this.one();
    if (!text) return;
    const id = `${text.article.id.slice(0, 8)}-${this.fresh('r')}`;
    // Now and then by somebody who changes the title too.
    const title = this.random.next() < 0.3 ? `改${id}` : text.article.title;
    text.article = { ...text.article, id, title };
  }

  private renameColumn(): void {
    const { slug, name } = this.random.pick(this.columns);
    const to = this.fresh('k');
    const other = this.random.next() < 0.3 ? `改${to}` : name;
    this.columns = this.columns.map((column) => ({
      ...column,
      ...(column.slug === slug ? { slug: to, name: other } : {}),
      ...(column.parent === slug ? { parent: to } : {}),
    }));
    for (const text of this.texts) {
      if (text.article.column === slug) text.article = { ...text.article, column: to };
    }
  }

  private moveColumn(): void {
    const { slug } = this.random.pick(this.columns);
    const tops = this.columns.filter((each) => each.parent === undefined && each.slug !== slug);
    if (this.columns.some(({ parent }) => parent === slug) || tops.length === 0) return;
    const parent = this.random.pick(tops).slug;
    this.columns = this.columns.map((column) =>
      column.slug === slug ? { ...column, parent } : column,
    );
  }

  /** A column goes, and its articles with it into another; or one comes. */
  private removeColumn(): void {
    const leaves = this.columns.filter(({ slug }) => !this.columns.some((c) => c.parent === slug));
    if (
      this.columns.length < 3 ||
      (this.columns.length < MOST_COLUMNS && this.random.next() < 0.5)
    ) {
      const slug = this.fresh('k');
      this.columns = [...this.columns, aColumn({ slug, name: `栏目${slug}` })];
      return;
    }
    const { slug } = this.random.pick(leaves);
    this.columns = this.columns.filter((column) => column.slug !== slug);
    const to = this.random.pick(this.columns).slug;
    for (const text of this.texts) {
      if (text.article.column === slug) text.article = { ...text.article, column: to };
    }
  }

  private remove(): void {
    const text = this.one();
    this.texts = this.texts.filter((each) => each !== text);
  }

  private change(state: Text['state']): void {
    const text = this.one();
    if (!text) return;
    text.state = state;
    if (state === 'withdrawn') this.takeBack(text);
  }

  takeBack(text: Text): void {
    text.state = 'withdrawn';
    const { attachments: _, ...article } = text.article;
    text.article = { ...article, withdrawn: { date: '2026-11-20', reason: '内容有误' } };
  }

  private replaceFile(): void {
    const text = this.one();
    if (!text) return;
    const file = `${this.fresh('表')}.docx`;
    text.article = { ...text.article, attachments: this.random.next() < 0.7 ? [{ file }] : [] };
  }

  private correct(): void {
    const text = this.one();
    if (!text) return;
    const corrections = [{ date: '2026-11-20', note: '甲应为乙。' }];
    text.article = { ...text.article, corrections };
  }

  private renamePage(): void {
    const [page, ...others] = this.pages;
    if (!page) return;
    const slug = this.fresh('p');
    this.pages = [
      { ...page, slug, title: this.random.next() < 0.3 ? `改${slug}` : page.title },
      ...others,
    ];
  }
}
