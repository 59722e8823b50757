/** 送审, 通过, 退回, 意见: what somebody does with the text that they have read, and with no other. */
import type { ReadArticle } from '../../model/article.ts';
import { REVIEW_ACTS, WRITING_ROLE } from '../../model/review.ts';
import { reviewEvent } from '../../review/may-review.ts';
import type { Reviewer, ReviewStep } from '../../review/may-review.ts';
import { writeTogether } from '../../system/write-together.ts';
import type { Refusal } from '../api.ts';
import { stopsIn } from '../server/desk-site.ts';
import type { Seen } from '../server/article-routes.ts';
import { recordChange } from './desk-reviews.ts';
import { issuesBesideReview } from './review-view.ts';
import { unsettled } from './unsettled.ts';

const LONGEST_NOTE = 400;
const LONGEST_QUOTE = 40;
export const WITHOUT_PEOPLE: Refusal = {
  message: '这个栏目的稿件要审，一个人用的写稿台办不了：不知道是谁审的。',
  fix: '请用多人的写稿台：npm run desk -- --people 人员文件。',
};

/** @returns why nothing was done; `changed` where the text is another one than was read */
export async function takeReviewStep(
  article: ReadArticle,
  asked: Readonly<Record<string, string>>,
  { site, reviews, visitor }: Pick<Seen, 'site' | 'reviews' | 'visitor'>,
  content: string,
): Promise<Refusal | 'changed' | undefined> {
  const { person } = visitor;
  if (!person) return WITHOUT_PEOPLE;
  const refused = unsettled(reviews);
  if (refused) return refused;
  const now = reviews.standing(article);
  const { did, hash } = asked;
  const note = oneLine(asked['note'] ?? '');
  const quote = [...oneLine(asked['quote'] ?? '')].slice(0, LONGEST_QUOTE).join('');
  if (hash !== now.hash) return 'changed';
  if ([...note].length > LONGEST_NOTE) {
    return { message: `意见超过 ${LONGEST_NOTE} 个字。`, fix: '请分成几条，每条对着一段。' };
  }
  // 签发 is made by what publishes.
  if (!REVIEW_ACTS.some((act) => act === did) || did === '写稿' || did === '签发') {
    return { message: '没有这一步。', fix: '请刷新页面。' };
  }
  const stops = stopsIn(issuesBesideReview(site.issuesOf(article), site.stateOf(article)));
  if (stops > 0 && (did === '送审' || did === '通过')) {
    return stopped(stops, did === '送审' && now.steps.length === 0 ? '交给发布' : did);
  }
  const event = reviewEvent({ did, note, quote } as ReviewStep, person, now);
  if ('message' in event) return event;
  await writeTogether([recordChange(content, article.place, event)]);
  return undefined;
}

/** What could not be published goes no step further; what is wrong with other files is for others to mend, and holds up nobody here. */
function stopped(count: number, words: string): Refusal {
  return {
    message: `还有 ${count} 处必须改，改好以后才能${words}。`,
    fix: words === '通过' ? '请退回，或者写意见，请写稿的同志改。' : '请按“问题”里的提示改好。',
  };
}

/** Whether somebody who is signed in may write. */
export function mayWrite(person: Reviewer | undefined): Refusal | undefined {
  if (!person || person.roles.includes(WRITING_ROLE)) return undefined;
  return {
    message: `${person.name}没有“${WRITING_ROLE}”的权限，不能改稿件。`,
    fix: '要改的地方写成意见，请写稿的同志改。',
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
