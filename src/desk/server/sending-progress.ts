/** How far each text is that is on its way: a publication takes from seconds to minutes, and who waits is told. */
import type { SendingProgress } from '../publish-api.ts';
import { SENDING_STEPS } from './send-article.ts';
import type { PublishOptions } from './send-article.ts';

export interface Sending {
  /** What hears how far an article is. @param hasPublisher whether its last step is the site */
  hear(id: string, hasPublisher: boolean): NonNullable<PublishOptions['tell']>;
  over(id: string): void;
  /** Empty words where it is not on its way. */
  of(id: string): SendingProgress;
}

const LONGEST_WORDS = 80;

export function sendingProgress(): Sending {
  const now = new Map<string, string>();
  return {
    hear: (id, hasPublisher) => (step, words) => {
      const number = SENDING_STEPS.indexOf(step) + 1;
      const all = hasPublisher ? SENDING_STEPS.length : SENDING_STEPS.length - 1;
      const line = [...(words ?? '')].slice(0, LONGEST_WORDS).join('');
      now.set(id, `第 ${number} 步，一共 ${all} 步：${step}${line === '' ? '' : `（${line}）`}`);
    },
    over: (id) => void now.delete(id),
    of: (id) => ({ words: now.get(id) ?? '' }),
  };
}
