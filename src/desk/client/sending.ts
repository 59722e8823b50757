/** While a text is on its way: which step it is at, and how long it has taken so far. */
import type { PublishAnswer, PublishAsked } from '../publish-api.ts';
import { deskApi, type PublishStep } from './desk-api.ts';
import { element } from './element.ts';
import { notice } from './notices.ts';

const EVERY_MS = 1000;

/** As `deskApi.step`. */
export async function sendWith(
  id: string,
  etag: string,
  step: PublishStep,
  asked: PublishAsked,
): Promise<PublishAnswer> {
  const begun = Date.now();
  const words = element('span', {}, '正在办理，请稍等…');
  // The seconds are read out to nobody.
  const time = element('span', { attributes: { 'aria-hidden': 'true' } });
  notice('done', element('p', {}, words, time));
  const timer = setInterval(() => {
    time.textContent = `　已用 ${Math.round((Date.now() - begun) / 1000)} 秒`;
    void deskApi.progress(id).then(
      (now) => {
        if (now.words !== '' && words.textContent !== now.words) words.textContent = now.words;
      },
      () => undefined,
    );
  }, EVERY_MS);
  return deskApi.step(id, etag, step, asked).finally(() => clearInterval(timer));
}
