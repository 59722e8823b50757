/** review.yaml: which columns' articles are read by whom before readers get them, and since when. */
import { z } from 'zod';
import { beijingDay, text, words } from './fields.ts';
import { fail } from './schema-issues.ts';

/** Who writes, and who lets what was approved go to readers: no step of a review is called so. */
export const WRITING_ROLE = '编辑';
export const ISSUING_ROLE = '签发';
const MOST_REVIEWS = 5;

export const columnReviewSchema = z.strictObject({
  column: text(60).optional().meta({
    title: '栏目',
    description: '栏目名称，和稿件里写的一样，也管它下面的栏目。不写的这一条管其余所有栏目。',
  }),
  reviews: words
    .superRefine((roles, context) => {
      if (roles.length === 0) {
        fail(context, '这一项是空的。', '依次写要过的每一审，例如 [一审, 二审]。');
      }
      if (roles.length > MOST_REVIEWS) {
        fail(context, `这一项写了 ${roles.length} 审。`, `最多 ${MOST_REVIEWS} 审。`);
      }
      const twice = roles.find((role, index) => roles.indexOf(role) !== index);
      if (twice !== undefined) fail(context, `「${twice}」写了两次。`, '每一审只写一次。');
      const other = roles.find((role) => role === WRITING_ROLE || role === ISSUING_ROLE);
      if (other !== undefined) {
        fail(context, `「${other}」不是审稿的一步。`, '只写一审、二审这样的，编辑和签发不写。');
      }
    })
    .meta({ title: '审核', description: '依次要过的每一审，例如 [一审, 二审, 三审]。' }),
  since: beijingDay.meta({
    title: '起始日期',
    description: '发布日期在这一天和以后的稿件要审，例如 2026-12-01。',
  }),
});

export const reviewSchema = z.array(columnReviewSchema);

/** How the articles of one column, or of all others, are reviewed. */
export type ColumnReview = z.output<typeof columnReviewSchema>;

/** What may be done in a review, as it is recorded. */
export const REVIEW_ACTS = ['写稿', '送审', '通过', '退回', '意见', '签发'] as const;
export type ReviewAct = (typeof REVIEW_ACTS)[number];

/** One line of an article's record (审核记录): who did what, when, with which text before them. */
export interface ReviewEvent {
  /** `2026-11-25 10:32:05`, Beijing time. */
  at: string;
  /** The name of a person. */
  by: string;
  did: ReviewAct;
  /** As what they read it: 一审. */
  role?: string | undefined;
  /** SHA-256 of the article, its pictures and attachments, in hex. */
  of?: string | undefined;
  /** Why it was sent back; what is remarked. */
  note?: string | undefined;
  /** The beginning of the paragraph that is remarked on. */
  quote?: string | undefined;
}

const NAME = z.string().min(1).max(40);

/** How an event is written: no other key, and no part of another kind. */
export const reviewEventSchema = z.strictObject({
  at: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/),
  by: NAME,
  did: z.enum(REVIEW_ACTS),
  role: NAME.optional(),
  of: z
    .string()
    .regex(/^[\da-f]{64}$/)
    .optional(),
  note: z.string().min(1).max(500).optional(),
  quote: z.string().min(1).max(60).optional(),
});
