/** Which form of an article is open, the text in one of its two or the page where that does not stand beside them, and the ways there. */
import type { DeskIssue, OpenArticle } from '../api.ts';
import type { IssuePlaces } from './issue-places.ts';
import { notice } from './notices.ts';
import { tabs } from './tabs.ts';
import type { TextPanels } from './text-panels.ts';

export interface TextTabs {
  node: HTMLElement;
  choose(name: string): Promise<void>;
  /** To a problem's place in the text that is open, else in the whole file. */
  goTo(issue: DeskIssue): Promise<void>;
  /** @param line of the file */
  goToSource(line: number | undefined): Promise<void>;
}

export interface OpenedText {
  /** Who is here may not write. */
  isReader: boolean;
  article(): OpenArticle;
  places(): IssuePlaces;
  /** Saves what is typed; false where that failed. */
  flush(): Promise<boolean>;
  /** Another form was opened with what is saved. */
  opened(): void;
  /** Whether the page is in the place of the text now. */
  onPreview(isShown: boolean): void;
}

export function textTabs(texts: TextPanels, preview: HTMLElement, text: OpenedText): TextTabs {
  const forms = [
    { name: 'write', words: '正文', panel: texts.write },
    { name: 'source', words: '源文件', panel: texts.source },
  ];
  const page = { name: 'preview', words: '预览', panel: preview };
  // Who only reads begins with the page as its readers see it.
  const all = text.isReader ? [page, ...forms] : [...forms, page];
  const { node, choose } = tabs(all, leaveFor);

  async function leaveFor(name: string): Promise<boolean> {
    text.onPreview(name === 'preview');
    if (name === 'preview' || name === texts.mode()) return true;
    if (!(await text.flush())) {
      notice('problem', '文字还没有保存好，先不能换。请看上面的原因。');
      return false;
    }
    texts.open(name === 'source' ? 'source' : 'write', text.article());
    text.opened();
    return true;
  }

  async function goToSource(line: number | undefined) {
    await choose('source');
    texts.goTo({ level: 'info', line, message: '', fix: '' }, text.places());
  }

  return {
    node,
    choose,
    async goTo(issue) {
      await choose(texts.mode());
      if (!texts.goTo(issue, text.places())) await goToSource(issue.line);
    },
    goToSource,
  };
}
