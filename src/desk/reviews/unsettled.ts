/** review.yaml is not in order: nobody knows which articles are to be reviewed, so that nothing goes on. */
import type { Refusal } from '../api.ts';
import { deskIssues } from '../server/desk-site.ts';
import type { SiteReviews } from './desk-reviews.ts';

/** In words, with file and line; undefined where it is in order. */
export function unsettled({ problems }: Pick<SiteReviews, 'problems'>): Refusal | undefined {
  const [first] = problems;
  if (!first) return undefined;
  const { file, line, message, fix } = first;
  const place = line === undefined ? file : `${file} 第 ${line} 行`;
  const more = problems.length > 1 ? `（一共 ${problems.length} 个问题）` : '';
  return {
    message: `审核的设置有问题，改好以前哪个栏目都不能送审、发布。${place}：${message}${more}`,
    fix,
    issues: deskIssues(problems, true),
  };
}
