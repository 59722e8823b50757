/**
 * The page as readers will see it, and its entry in lists and on the home page. Each text begins at the heading under which is
 * written, or at the entry: a frame of another origin tells nobody how far it was scrolled. The page follows what is typed; a list
 * and the home page take the whole site, and wait until it is saved.
 */
import type { SavedArticle } from '../api.ts';
import { deskApi, wordsOf } from './desk-api.ts';
import { button, element } from './element.ts';
import { pageFrame } from './page-frame.ts';

export interface PreviewPane {
  node: HTMLElement;
  /**
   * What was saved.
   * @param address undefined where there is no page to show
   * @param isTyped it is what was typed here, or older: a page of that stays
   */
  show(address: string | undefined, isTyped?: boolean): void;
  /**
   * The text changed, and is not saved yet.
   * @param texts asked for what would be saved once its page can be made, and no word is half written: an input method's letters
   *   are none of the text
   */
  typed(texts: TypedTexts): void;
}

export interface TypedTexts {
  current(): SavedArticle;
  isComposing(): boolean;
}

/** Width of the page in the frame, CSS px. */
const WIDTHS = { phone: 360, computer: 1280 } as const;
const DEVICES = { phone: '手机', computer: '电脑' } as const;
const PAGES = { article: '稿件', list: '列表', home: '首页' } as const;

/** After which it is asked again whether a word is whole. */
const COMPOSING_MS = 60;

const NO_PAGE = '现在没有页面可看：先改掉标着「必须改」的问题。';

/** A window that is as wide as a computer's page, nearly, CSS px. */
const WIDE = 992;

/**
 * @param heading number of the heading under which is written, 0 for the beginning
 * @param isAlone it has the place of the text, and its width
 */
export function previewPane(
  previewUrl: string,
  id: string,
  heading: () => number,
  isAlone: boolean,
): PreviewPane {
  const frame = pageFrame();
  const stage = frame.node;
  const note = element('p', { className: 'preview-note', attributes: { role: 'status' } });
  const whole = element(
    'a',
    { target: '_blank', rel: 'noopener', className: 'quiet' },
    '在新窗口打开',
  );
  let device: keyof typeof WIDTHS = isAlone && innerWidth >= WIDE ? 'computer' : 'phone';
  let page: keyof typeof PAGES = 'article';
  let own: string | undefined;
  let asked = 0;
  const pages = oneOf('预览的页面', PAGES, page, (chosen) => {
    page = chosen;
    void look();
  });
  const devices = oneOf('预览的屏幕', DEVICES, device, (chosen) => {
    device = chosen;
    document.body.classList.toggle('wide-preview', device === 'computer');
    scale();
    void look();
  });
  let unseen: TypedTexts | undefined;
  let isFollowing = false;
  let showsTyped = false;
  /** Something was saved while the page followed what is typed. */
  let isBehind = false;
  const node = element(
    'section',
    { className: 'preview', attributes: { 'aria-label': '预览' } },
    element('div', { className: 'preview-head' }, element('h2', {}, '预览'), pages, devices, whole),
    note,
    stage,
  );

  /** Asked for only where it is looked at: to know a place takes the whole site. */
  async function look() {
    asked += 1;
    showsTyped = false;
    const turn = asked;
    if (page === 'article') {
      return paint(own, own === undefined ? NO_PAGE : '', placeNow());
    }
    const found = await deskApi.places(id).then(
      (places) => places[page as 'list' | 'home'],
      (error: unknown) => ({ note: wordsOf(error), address: undefined }),
    );
    if (turn === asked) paint(found.address, found.note);
  }

  /** One page at a time: of what was typed meanwhile the last is the next. What has no page is told when it is saved. */
  async function follow() {
    isFollowing = true;
    try {
      while (unseen) await showNext(unseen);
    } finally {
      isFollowing = false;
      if (isBehind && !showsTyped) void look();
      isBehind = false;
    }
  }

  async function showNext(texts: TypedTexts) {
    if (texts.isComposing()) return new Promise<void>((done) => setTimeout(done, COMPOSING_MS));
    unseen = undefined;
    asked += 1;
    const turn = asked;
    const typed = deskApi.unsaved(id, texts.current());
    const { address } = await typed.catch(() => ({ address: undefined }));
    if (turn !== asked) return;
    showsTyped = address !== undefined;
    if (address !== undefined) await frame.show(previewUrl + address + placeNow());
  }

  const placeNow = (): string => (heading() > 0 ? `#s-${heading()}` : '');

  function paint(path: string | undefined, words: string, place = '') {
    note.textContent = words;
    stage.hidden = whole.hidden = path === undefined;
    if (path === undefined) return frame.clear();
    whole.href = previewUrl + path;
    void frame.show(whole.href + place);
  }

  function scale() {
    if (stage.clientWidth === 0) return;
    const factor = Math.min(1, stage.clientWidth / WIDTHS[device]);
    stage.style.setProperty('--page-width', `${WIDTHS[device]}px`);
    stage.style.setProperty('--scale', String(factor));
  }

  new ResizeObserver(scale).observe(stage);
  return {
    node,
    show(path, isTyped = false) {
      own = path;
      // A column that was changed is in its address, whatever the frame shows.
      if (page === 'article' && path !== undefined) whole.href = previewUrl + path;
      if (isTyped && isFollowing) isBehind = true;
      else if (!isTyped || !showsTyped) void look();
    },
    typed(texts) {
      const isSeen = page === 'article' && own !== undefined && stage.clientWidth > 0;
      if (!isSeen) showsTyped = false;
      else {
        unseen = texts;
        if (!isFollowing) void follow();
      }
    },
  };
}

/** Buttons of which one is pressed. */
function oneOf<T extends string>(
  label: string,
  all: Readonly<Record<T, string>>,
  first: T,
  onChoose: (chosen: T) => void,
): HTMLElement {
  const buttons = (Object.entries(all) as [T, string][]).map(([value, words]) => {
    const made = button(
      words,
      () => {
        for (const each of buttons) each.setAttribute('aria-pressed', String(each === made));
        onChoose(value);
      },
      { attributes: { 'aria-pressed': String(value === first) } },
    );
    return made;
  });
  return element(
    'div',
    { className: 'switch', attributes: { role: 'group', 'aria-label': label } },
    ...buttons,
  );
}
