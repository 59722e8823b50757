/** Who may take which step of a review: what is asked for becomes an event of the record, or is refused in Chinese. */
import { ISSUING_ROLE, WRITING_ROLE } from '../model/review.ts';
import type { ReviewEvent } from '../model/review.ts';
import type { Words } from '../model/issue.ts';
import type { ReviewState } from './review-state.ts';

/** Somebody who is signed in. */
export interface Reviewer {
  name: string;
  roles: readonly string[];
}

/** What is asked for. */
export type ReviewStep =
  | { did: '送审' | '通过' | '签发' }
  | { did: '退回'; note: string }
  | { did: '意见'; note: string; quote?: string | undefined };

export interface ReviewedNow {
  state: ReviewState;
  /** The steps that the article needs. */
  steps: readonly string[];
  /** Of the article as it is. */
  hash: string;
  /** `2026-11-25 10:32:05` */
  at: string;
}

/** @returns the event, to be added to the record */
export function reviewEvent(
  step: ReviewStep,
  person: Reviewer,
  { state, steps, hash, at }: ReviewedNow,
): ReviewEvent | Words {
  const event = { at, by: person.name, did: step.did, of: hash };
  if (step.did === '意见') {
    const { note, quote } = step;
    return note === '' ? NO_WORDS : { ...event, ...(quote ? { quote } : {}), note };
  }
  if (step.did === '送审') {
    if (!person.roles.includes(WRITING_ROLE)) return lacks(person, WRITING_ROLE);
    // Whoever may publish hands it to nobody.
    if (steps.length === 0 && person.roles.includes(ISSUING_ROLE)) return NOT_NEEDED;
    if (steps.length === 0 && state.submitted) return HANDED_ON;
    return state.submitted
      ? { message: '这一稿已经送审。', fix: '等审核的同志看完；稿件改了，再送一次。' }
      : event;
  }
  if (step.did === '签发') {
    if (!person.roles.includes(ISSUING_ROLE)) return lacks(person, ISSUING_ROLE);
    return state.next === undefined
      ? event
      : {
          message: `还差${steps.slice(state.approvals.length).join('、')}，不能签发。`,
          fix: '审完再签发。',
        };
  }
  const last = steps.at(-1) ?? ISSUING_ROLE;
  const role = state.next ?? (step.did === '退回' ? last : undefined);
  if (role === undefined) return { message: '这一稿已经审完。', fix: '可以签发了。' };
  if (!state.submitted) {
    return { message: '这一稿还没有送审，或者送审以后又改过。', fix: '请写稿的同志先送审。' };
  }
  if (step.did === '退回') {
    const mayIssue = state.next === undefined && person.roles.includes(ISSUING_ROLE);
    if (!mayIssue && !person.roles.includes(role)) return lacks(person, role);
    return step.note === '' ? NO_WORDS : { ...event, role, note: step.note };
  }
  if (!person.roles.includes(role)) return lacks(person, role);
  if (state.writers.includes(person.name)) {
    return {
      message: '这篇稿件您自己写过、改过，不能由您来审。',
      fix: `请另一位有“${role}”的同志审。`,
    };
  }
  if (state.approvals.some(({ by }) => by === person.name)) {
    return {
      message: '前面一审是您审的，不能一个人审两次。',
      fix: `请另一位有“${role}”的同志审。`,
    };
  }
  return { ...event, role };
}

const NO_WORDS: Words = { message: '没有写意见。', fix: '请写一句话，写稿的同志要看。' };
const NOT_NEEDED: Words = { message: '这篇稿件不用审。', fix: '可以直接发布。' };

const HANDED_ON: Words = {
  message: '这一稿已经交给发布。',
  fix: '等有签发权限的同志发布；稿件改了，再交一次。',
};

function lacks({ name }: Reviewer, role: string): Words {
  return {
    message: `${name}没有“${role}”的权限。`,
    fix: '请管理写稿台的同志用 npm run people 加上，或者换一位同志。',
  };
}
