/** 字号、打印、复制链接、分享、朗读: the row of tools below a title. Style sheets show it only where scripts run. */
import * as labels from '../labels/zh-CN/scripts/tools.ts';
import { element } from './element.ts';
import { keepPlace } from './elder-switch.ts';
import { printPage } from './print.ts';
import { forget, remember } from './reading-choice.ts';

/** How long 已复制 stands on the button, in milliseconds. */
const COPIED_FOR = 3000;

export function workReadingTools(): void {
  const tools = document.querySelector<HTMLElement>('[data-tools]');
  if (!tools) return;
  chooseSize(tools);
  tools.querySelector('[data-print]')?.addEventListener('click', () => void printPage());
  copyAddress();
  share();
  offerReadingAloud(tools);
}

/** The size is set on <html>, where `first-paint.js` puts it on the next page. */
function chooseSize(tools: HTMLElement): void {
  const root = document.documentElement;
  const buttons = [...tools.querySelectorAll<HTMLButtonElement>('button[data-size]')];
  const mark = () => {
    const chosen = root.dataset['size'] ?? 'medium';
    for (const button of buttons) button.ariaPressed = String(button.dataset['size'] === chosen);
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const { size = 'medium' } = button.dataset;
      keepPlace(() => {
        if (size === 'medium') delete root.dataset['size'];
        else root.dataset['size'] = size;
      });
      if (size === 'medium') forget('reading-size');
      else remember('reading-size', size);
      mark();
    });
  }
  mark();
}

/** What a button does is told where a screen reader listens: not all of them tell that its own words have changed. */
function copyAddress(): void {
  const told = element('span', { className: 'visually-hidden' });
  told.setAttribute('role', 'status');
  document.body.append(told);
  for (const button of document.querySelectorAll('[data-copy]')) {
    const label = button.textContent;
    button.addEventListener('click', () => {
      void copy(location.href).then((done) => {
        button.textContent = told.textContent = done ? labels.copied : labels.notCopied;
        setTimeout(() => {
          button.textContent = label;
          told.textContent = '';
        }, COPIED_FOR);
      });
    });
  }
}

/** The telephone's own way of sharing; style sheets show the button where there is one. */
function share(): void {
  for (const button of document.querySelectorAll('button[data-share]')) {
    button.addEventListener('click', () => {
      const title = document.querySelector('h1')?.textContent.trim() ?? document.title;
      // Whoever changes their mind has done nothing wrong.
      navigator.share({ title, url: location.origin + location.pathname }).catch(() => {});
    });
  }
}

/** The clipboard's own interface is not there without TLS, as on a network inside an office; the old command is. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = element('textarea', { value: text, className: 'visually-hidden' });
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}

/** 朗读 shows once the browser names a voice of the language; its script comes when it is asked for. */
function offerReadingAloud(tools: HTMLElement): void {
  const button = tools.querySelector<HTMLButtonElement>('[data-read]');
  const speech = 'speechSynthesis' in window ? window.speechSynthesis : undefined;
  if (!button || !speech) return;
  const look = () => {
    button.hidden = !speech.getVoices().some(({ lang }) => labels.voice.test(lang));
  };
  look();
  speech.addEventListener('voiceschanged', look);
  button.addEventListener('click', () => {
    void import('./read-aloud.ts').then(({ openReader }) => openReader(speech, button));
  });
}
