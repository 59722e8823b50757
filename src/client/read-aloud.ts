/**
 * Reads a text aloud with the browser's own voice, a paragraph at a time: the one being read is marked and scrolled
 * into view. A bar at the foot of the window pauses, stops and changes the speed.
 */
import * as labels from '../labels/zh-CN/scripts/reader.ts';
import { element } from './element.ts';

const SPEEDS: readonly (readonly [string, number])[] = [
  [labels.slow, 0.7],
  [labels.usual, 1],
  [labels.fast, 1.4],
];
const READ = 'h1, .subtitle, .body p, .body li, .body h2, .body h3, .body h4, .body td, figcaption';

class Reader {
  readonly #paragraphs: HTMLElement[];
  readonly #speech: SpeechSynthesis;
  readonly #voice: SpeechSynthesisVoice | undefined;
  readonly #onEnd: () => void;
  #place = 0;
  #speed = 1;
  /** Counts the utterances: the end of one that was cut off must not start the next. */
  #turn = 0;

  constructor(speech: SpeechSynthesis, paragraphs: HTMLElement[], onEnd: () => void) {
    this.#speech = speech;
    this.#paragraphs = paragraphs;
    this.#onEnd = onEnd;
    const voices = speech.getVoices();
    const spoken = (tag: string) =>
      voices.find(({ lang }) => lang.replace('_', '-').toLowerCase().startsWith(tag));
    this.#voice = labels.voices.map(spoken).find(Boolean);
  }

  /** Reads the paragraph at hand from its beginning, then the following ones. */
  read(): void {
    this.stop();
    const paragraph = this.#paragraphs[this.#place];
    if (!paragraph) return this.#onEnd();
    paragraph.classList.add('spoken');
    paragraph.scrollIntoView({ block: 'nearest' });
    const utterance = new SpeechSynthesisUtterance(paragraph.innerText);
    utterance.lang = labels.language;
    utterance.voice = this.#voice ?? null;
    utterance.rate = this.#speed;
    const turn = this.#turn;
    utterance.addEventListener('end', () => {
      if (turn === this.#turn) this.step(1);
    });
    this.#speech.speak(utterance);
  }

  /** Reads on at another paragraph. */
  step(by: number): void {
    this.#paragraphs[this.#place]?.classList.remove('spoken');
    this.#place = Math.max(0, this.#place + by);
    this.read();
  }

  setSpeed(speed: number): void {
    this.#speed = speed;
    this.read();
  }

  stop(): void {
    this.#turn += 1;
    this.#speech.cancel();
    for (const paragraph of this.#paragraphs) paragraph.classList.remove('spoken');
  }
}

let bar: HTMLElement | undefined;

/** Opens the bar and begins to read. @param opener gets the focus back when the bar is closed */
export function openReader(speech: SpeechSynthesis, opener: HTMLElement): void {
  if (bar) return bar.querySelector('button')?.focus();
  const paragraphs = [...document.querySelectorAll<HTMLElement>(READ)]
    .filter(
      (found) =>
        found.closest('main article') &&
        !found.closest('.contents') &&
        !found.querySelector('p, li'),
    )
    .filter(({ innerText }) => innerText.trim() !== '');
  const close = () => {
    reader.stop();
    bar?.remove();
    bar = undefined;
    opener.focus();
  };
  const reader = new Reader(speech, paragraphs, close);
  bar = element('section', { className: 'reader-bar', ariaLabel: labels.reader });
  const pause = button(labels.pause, () => {
    const isPaused = pause.textContent === labels.goOn;
    if (isPaused) reader.read();
    else reader.stop();
    pause.textContent = isPaused ? labels.pause : labels.goOn;
  });
  const speed = element('select', { ariaLabel: labels.speed });
  for (const [name, rate] of SPEEDS) speed.add(new Option(name, String(rate), rate === 1));
  speed.value = '1';
  const reading = (run: () => void) => () => {
    pause.textContent = labels.pause;
    run();
  };
  speed.addEventListener(
    'change',
    reading(() => reader.setSpeed(Number(speed.value))),
  );
  bar.append(
    pause,
    button(
      labels.previous,
      reading(() => reader.step(-1)),
    ),
    button(
      labels.next,
      reading(() => reader.step(1)),
    ),
    speed,
    button(labels.stop, close),
  );
  bar.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  addEventListener('pagehide', () => reader.stop());
  document.body.append(bar);
  pause.focus();
  reader.read();
}

function button(textContent: string, run: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', textContent });
  made.addEventListener('click', run);
  return made;
}
