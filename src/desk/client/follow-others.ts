/** What colleagues do with the article that is open: asked for now and then, and told in words. */
import type { OpenArticle, PublishingFacts, ReviewView } from '../api.ts';
import { deskApi, Refused } from './desk-api.ts';
import { notice } from './notices.ts';
import { wordsOfStanding } from './states.ts';

export interface Following {
  /** Asks now. */
  look(): Promise<void>;
  /** Asks nothing while a step of one's own lasts: how far that is stays shown. */
  during<T>(step: Promise<T>): Promise<T>;
  stop(): void;
}

/** Milliseconds between two questions of a page that is looked at. */
const EVERY_MS = 10_000;

/**
 * @param onOther something was done with it, by whomever: the article is to be asked for; false where that must wait
 * @param onGone it has gone, which is said; it is not asked for any more
 */
export function followOthers(
  id: string,
  onOther: () => Promise<boolean>,
  onGone: () => void,
): Following {
  let known: string | undefined;
  let isPaused = false;
  const timer = setInterval(
    () => void (document.visibilityState === 'visible' && look()),
    EVERY_MS,
  );

  async function look() {
    if (isPaused) return;
    try {
      const { mark } = await deskApi.mark(id);
      if (known === undefined || known === mark || (await onOther())) known = mark;
    } catch (error) {
      // Whatever else goes wrong is said when something is saved.
      if (!(error instanceof Refused) || error.status !== 404) return;
      clearInterval(timer);
      onGone();
      const words = '这篇稿件刚刚删掉了，或者改了名称。';
      notice('problem', `${words}这一页上的文字要用的，先复制出来，再回到稿件列表。`);
    }
  }

  void look();
  return {
    look,
    during(step) {
      isPaused = true;
      return step.finally(() => (isPaused = false));
    },
    stop: () => clearInterval(timer),
  };
}

/** A text as it was opened, where it stands now: what is typed upon it is saved upon it. */
export function standingOf(
  { state, whyUnsent, review, writing }: OpenArticle,
  before: OpenArticle,
): OpenArticle {
  return { ...before, state, whyUnsent, review, writing };
}

type Step = ReviewView['history'][number];

const DID: Readonly<Record<string, (step: Step) => string>> = {
  送审: ({ by }) => `${by}把这篇稿件交上来了。`,
  通过: ({ by, role = '' }) => `${by}（${role}）通过了这篇稿件。`,
  退回: ({ by, note = '' }) => `${by}退回了这篇稿件：${note}`,
  意见: ({ by, note = '' }) => `${by}写了意见：${note}`,
  签发: ({ by }) => `${by}签发了这篇稿件。`,
};

/** In words; undefined where there is nothing to say. @param me who is signed in here */
export function whatOthersDid(
  before: OpenArticle,
  now: OpenArticle,
  { me, way }: { me: string | undefined; way: PublishingFacts['way'] },
): string | undefined {
  const steps = now.review?.history.slice(before.review?.history.length ?? 0) ?? [];
  const told = steps.flatMap((step) => (step.by === me ? [] : (DID[step.did]?.(step) ?? [])));
  if (now.state !== before.state) told.push(`这篇稿件现在是：${wordsOfStanding(now.state, way)}。`);
  return told.length > 0 ? told.join('') : undefined;
}
