/** Whoever is signed in: their name above the page, the way out, and what of a review is theirs. */
import type { DeskFacts, ListedReview, OpenArticle } from '../api.ts';
import { deskApi, wordsOf } from './desk-api.ts';
import { button, element } from './element.ts';
import { notice } from './notices.ts';

export function showWhoIsHere({ me }: DeskFacts): void {
  const head = document.querySelector('.desk-head');
  head?.querySelector('.who')?.remove();
  if (!me || !head) return;
  const leave = () =>
    void deskApi.signOut().then(
      () => location.assign('/'),
      (error: unknown) => notice('problem', wordsOf(error)),
    );
  const name = element('span', {}, me.name);
  const roles = element('span', { className: 'roles' }, me.roles.join('、'));
  head.append(element('div', { className: 'who' }, name, roles, button('退出', leave)));
}

/** As the list has it, by what is known of the article that is open. */
export function listedReview({ review }: OpenArticle, name: string): ListedReview | undefined {
  if (!review) return undefined;
  const { stand, next, may, history } = review;
  const isMine = history.some(({ by, did }) => by === name && (did === '写稿' || did === '送审'));
  const isForMe =
    (stand === 'in-review' && may.includes('通过')) ||
    ((stand === 'approved' || stand === 'ready') && may.includes('签发'));
  return { stand, next, isMine, isForMe };
}
