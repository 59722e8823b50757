/** What comes into a body from outside: pasted pages and Word texts, pasted, dropped and chosen files. */
import type { EditorView } from 'prosemirror-view';
import { loadBody } from '../../editor/load-body.ts';
import type { BodyFieldOptions } from '../body-field.ts';
import { deskApi, wordsOf } from '../desk-api.ts';
import { element } from '../element.ts';
import { notice } from '../notices.ts';
import { copiedText, pasteText } from '../pasted-text.ts';
import type { CopiedText } from '../pasted-text.ts';
import { hasWords, named } from '../taken-in.ts';
import { insertBlocks, insertMarkdown, insertWords, isInNarrow } from './insertions.ts';
import type { Places } from './places.ts';

export interface TakeIn {
  /** True where it is dealt with. */
  paste(view: EditorView, event: ClipboardEvent): boolean;
  drop(view: EditorView, event: DragEvent): boolean;
  addFiles(view: EditorView, files: readonly File[], place: number): Promise<void>;
}

export function takeIn(options: BodyFieldOptions, places: Places): TakeIn {
  const { id, onAdded } = options;

  function paste(view: EditorView, copied: CopiedText): Promise<void> {
    const { from, to } = view.state.selection;
    const range = [places.keep(from), places.keep(to)] as const;
    return pasteText(copied, options, {
      async markdown(text) {
        await places.ready();
        if (view.isDestroyed) return;
        const [start, end] = range.map((kept) => kept.take());
        const { state } = view;
        view.dispatch(
          insertMarkdown(state, { from: start ?? 0, to: end ?? 0 }, text, options.isMdx),
        );
      },
      words(text) {
        if (!view.isDestroyed) view.pasteText(text);
      },
    });
  }

  async function addFiles(view: EditorView, files: readonly File[], place: number): Promise<void> {
    const kept = places.keep(place);
    const failed: string[] = [];
    let hasPicture = false;
    for (const file of files) {
      notice('done', `正在放入「${file.name}」…`);
      try {
        const { markdown } = await deskApi.addFile(id, file, file.name);
        await places.ready();
        if (view.isDestroyed) return;
        const blocks = loadBody(markdown).slices.map(({ node }) => node);
        view.dispatch(insertBlocks(view.state, kept.now(), blocks));
        kept.move(view.state.selection.to);
        hasPicture ||= markdown.startsWith('![');
      } catch (error) {
        failed.push(`「${file.name}」没有放进来：${wordsOf(error)}`);
      }
    }
    kept.take();
    const done = files.length - failed.length;
    if (failed.length > 0) notice('problem', ...failed.map((words) => element('p', {}, words)));
    else
      notice(
        'done',
        `放进来 ${done} 个文件。${hasPicture ? '图片下面写上说明：拍的是什么。' : ''}`,
      );
    if (done > 0) {
      view.focus();
      onAdded();
    }
  }

  return {
    addFiles,
    paste(view, { clipboardData: board }) {
      if (!board) return false;
      const copied = copiedText(board);
      const { html, plain } = copied;
      if (plain.trim() !== '' && isInNarrow(view.state)) {
        view.dispatch(insertWords(view.state, plain));
        return true;
      }
      // What was copied here is known already.
      if (html.includes('data-pm-slice')) return false;
      // Word and Excel put a picture of the text beside it; a picture that was copied has a page without words.
      if (html !== '' && hasWords(html)) {
        void paste(view, copied);
        return true;
      }
      if (board.files.length === 0) return false;
      void addFiles(view, [...board.files].map(named), view.state.selection.to);
      return true;
    },
    drop(view, event) {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return false;
      event.preventDefault();
      event.stopPropagation();
      const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
      void addFiles(view, files, at ?? view.state.selection.to);
      return true;
    },
  };
}
