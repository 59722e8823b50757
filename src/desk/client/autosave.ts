/** Keeps what is typed: a second after the last key, and again and again while that fails. */
import { SavedElsewhere, wordsOf } from './desk-api.ts';
import type { OpenArticle } from '../api.ts';

export type SaveState =
  | { kind: 'untouched' }
  | { kind: 'typing' }
  | { kind: 'saving' }
  /** @param at milliseconds */
  | { kind: 'saved'; at: number }
  | { kind: 'failed'; reason: string }
  | { kind: 'elsewhere'; current: OpenArticle };

export interface Autosave {
  /** Something was typed. */
  changed(): void;
  /** Saves what is not saved yet; false where it could not be. */
  flush(): Promise<boolean>;
  isSaved(): boolean;
  /** The choice after `elsewhere` was made; what is typed is saved, or is what was saved. */
  settle(choice: 'save' | 'forget'): void;
  stop(): void;
}

const AFTER_LAST_KEY = 1000;
const FIRST_RETRY = 2000;
const LONGEST_RETRY = 20_000;

/**
 * @param save stores what is typed now; rejects where that failed
 * @param isBusy a word is being composed: what stands there is not what is meant
 */
export function autosave(
  save: () => Promise<void>,
  isBusy: () => boolean,
  onState: (state: SaveState) => void,
): Autosave {
  let typed = 0;
  let stored = 0;
  let timer = 0;
  let retry = FIRST_RETRY;
  let isElsewhere = false;
  let running = Promise.resolve();

  const later = (wait: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void (isBusy() ? later(AFTER_LAST_KEY) : flush()), wait);
  };

  async function saveOnce(): Promise<void> {
    const version = typed;
    onState({ kind: 'saving' });
    try {
      await save();
      stored = version;
      retry = FIRST_RETRY;
      onState(typed === stored ? { kind: 'saved', at: Date.now() } : { kind: 'typing' });
    } catch (error) {
      isElsewhere = error instanceof SavedElsewhere;
      onState(
        error instanceof SavedElsewhere
          ? { kind: 'elsewhere', current: error.current }
          : { kind: 'failed', reason: wordsOf(error) },
      );
      if (isElsewhere) return;
      later(retry);
      retry = Math.min(retry * 2, LONGEST_RETRY);
    }
  }

  /** One saving after the other: each names what the one before has left. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    running = running.then(() => (isElsewhere || typed === stored ? undefined : saveOnce()));
    await running;
    return typed === stored;
  }

  const onOnline = () => typed !== stored && void flush();
  addEventListener('online', onOnline);

  return {
    changed() {
      typed += 1;
      if (isElsewhere) return;
      onState({ kind: 'typing' });
      later(AFTER_LAST_KEY);
    },
    flush,
    isSaved: () => typed === stored,
    settle(choice) {
      isElsewhere = false;
      if (choice === 'forget') stored = typed;
      else typed += 1;
    },
    stop() {
      clearTimeout(timer);
      removeEventListener('online', onOnline);
    },
  };
}

/** `已保存 10:32`: what is said of a state, the clock's own time. */
export function wordsOfState(state: SaveState): string {
  switch (state.kind) {
    case 'untouched':
      return '';
    case 'typing':
      return '正在输入…';
    case 'saving':
      return '正在保存…';
    case 'saved': {
      const time = new Date(state.at);
      return `已保存 ${time.getHours()}:${String(time.getMinutes()).padStart(2, '0')}`;
    }
    case 'failed':
      return `没有保存：${state.reason}`;
    case 'elsewhere':
      return '没有保存：这篇稿件在别处改过';
  }
}
