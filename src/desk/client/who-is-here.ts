/** Whoever is signed in: their name above the page, and the way out. */
import type { DeskFacts } from '../api.ts';
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
