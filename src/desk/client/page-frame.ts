/**
 * A frame that changes its page without a blank between: the next one is loaded into a second frame, which then takes the place of
 * the first.
 */
import { element } from './element.ts';

export interface PageFrame {
  node: HTMLElement;
  /** Fulfilled once the page is in its place, is not wanted any more, or is late. */
  show(address: string): Promise<void>;
  clear(): void;
}

/** Milliseconds after which nothing waits for a page any more; it may come yet. */
const LATE_MS = 5000;

export function pageFrame(): PageFrame {
  const node = element('div', { className: 'stage' });
  let giveUp = (): void => undefined;
  return {
    node,
    show(address) {
      // One that is still loading shows an older text already.
      for (const waiting of node.querySelectorAll('.coming')) waiting.remove();
      giveUp();
      const frame = element('iframe', { className: 'coming', title: '预览页面', tabIndex: 0 });
      frame.setAttribute('sandbox', 'allow-same-origin');
      frame.src = address;
      const over = new Promise<void>((done) => {
        giveUp = done;
        setTimeout(done, LATE_MS);
        frame.addEventListener('load', () => done(), { once: true });
      });
      frame.addEventListener(
        'load',
        () => {
          if (!frame.isConnected) return;
          for (const old of node.querySelectorAll('iframe:not(.coming)')) old.remove();
          frame.classList.remove('coming');
        },
        { once: true },
      );
      node.append(frame);
      return over;
    },
    clear() {
      node.replaceChildren();
      giveUp();
    },
  };
}
