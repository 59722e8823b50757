/** Articles of columns that are shown as videos have one: what looks like a video and plays nothing is a broken promise. */
import type { PlacedArticle } from '../model/article.ts';
import type { Column } from '../model/columns.ts';
import type { Issue } from '../model/issue.ts';
import { found } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';

export const videoColumnRule: Rule = {
  id: 'column/video',
  level: 'warn',
  scope: 'site',
  title: '视频栏目的视频',
  basis: '列表上画着播放标记，打开没有视频，读者白点一次。',
};

const VIDEO = /\.(?:mp4|m4v|webm|mov|avi|wmv|mkv|flv|mpe?g)$/i;
/** Beyond so many of a column the newest are named and the rest are counted: an old archive may hold thousands. */
const NAMED = 10;

/** @param articles newest first */
export function checkVideoColumns(
  articles: readonly PlacedArticle[],
  columns: readonly Column[],
): Issue[] {
  const shown = columns.filter(({ kind, style }) => kind === 'list' && style === 'video');
  const findings = shown.flatMap(({ slug, name }) => {
    const bare = articles.filter((article) => article.column === slug && !hasVideo(article));
    const rest = bare.length - NAMED;
    return bare.slice(0, NAMED).map(({ file }, at) => ({
      file,
      message: `栏目「${name}」是视频栏目，这篇稿件却没有视频。${at === NAMED - 1 && rest > 0 ? `这样的稿件还有 ${rest} 篇。` : ''}`,
      fix: '把稿件改名为 index.mdx，视频放在旁边，写 <Video src="1.mp4" poster="1.jpg" title="名称" captions="1.vtt" />；没有视频的，改发到别的栏目。',
    }));
  });
  return found(videoColumnRule, findings);
}

function hasVideo({ references }: PlacedArticle): boolean {
  return references.some(({ kind, target }) => kind === 'file' && VIDEO.test(target));
}
