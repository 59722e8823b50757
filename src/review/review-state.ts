/** Where an article stands in its review: a function of its record, of the text as it is, and of the steps that are asked for. */
import type { ReviewEvent } from '../model/review.ts';

export interface Approval {
  role: string;
  by: string;
  at: string;
}

export interface ReviewState {
  /** Whoever wrote of it or handed it in, the first first: none of them approves it. */
  writers: readonly string[];
  /** Handed in as it is now, and not sent back since. */
  submitted: ReviewEvent | undefined;
  /** Of the text as it is now, in the order of the steps. */
  approvals: readonly Approval[];
  /** The step that is to come; undefined where all were made. */
  next: string | undefined;
  /** Sent back, and not handed in again since. */
  sentBack: ReviewEvent | undefined;
  /** The last approval of a text that is no more. */
  voided: ReviewEvent | undefined;
}

/**
 * An approval counts where the text was handed in as it is, the steps before were made, and who gives it neither wrote of it
 * nor made another step: whatever else a record says, by hand or by mistake, does not count.
 * @param hash of the article as it is now
 * @param roles the steps, in order
 */
export function reviewState(
  events: readonly ReviewEvent[],
  hash: string,
  roles: readonly string[],
): ReviewState {
  const writers = [
    ...new Set(events.filter(({ did }) => did === '写稿' || did === '送审').map(({ by }) => by)),
  ];
  let submitted: ReviewEvent | undefined;
  let sentBack: ReviewEvent | undefined;
  let voided: ReviewEvent | undefined;
  let approvals: Approval[] = [];
  for (const event of events) {
    const isOfThis = event.of === hash;
    if (event.did === '送审') {
      sentBack = undefined;
      if (isOfThis) submitted = event;
    } else if (event.did === '退回') {
      sentBack = event;
      if (isOfThis) [submitted, approvals] = [undefined, []];
    } else if (event.did === '通过') {
      if (!isOfThis) voided = event;
      else if (submitted && isNextStep(event, roles, approvals, writers)) {
        const { by, at, role = '' } = event;
        approvals.push({ by, at, role });
      }
    }
  }
  const next = roles[approvals.length];
  return { writers, submitted, approvals, next, sentBack, voided };
}

function isNextStep(
  { by, role }: ReviewEvent,
  roles: readonly string[],
  approvals: readonly Approval[],
  writers: readonly string[],
): boolean {
  return (
    role !== undefined &&
    role === roles[approvals.length] &&
    !writers.includes(by) &&
    !approvals.some((approval) => approval.by === by)
  );
}
