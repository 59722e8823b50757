/** All of `dist/` that is not a page: pictures, attachments, the search index, files for hosts and the counter. */
import { join } from 'node:path';
import { buildSearchIndex } from '../search/build-index.ts';
import { attachmentPath } from '../site/addresses.ts';
import { offeredFiles } from '../site/article-body.ts';
import type { CurrentSite } from '../site/current-site.ts';
import type { BuildParts } from './build-site.ts';
import { copyFolder } from './copy-folder.ts';
import { writeDelivery } from './delivery.ts';
import { siteCache } from './options.ts';
import type { Output } from './output.ts';
import type { Progress } from './progress.ts';
import { searchDocuments } from './search-documents.ts';

export async function finishSite(
  current: CurrentSite,
  output: Output,
  progress: Progress,
  parts: BuildParts,
): Promise<void> {
  const { site } = current;
  if (parts.pictures) await writePictures(current, output, progress);
  await writeAttachments(current, output);
  if (parts.search && site.content.articles.length > 0) {
    progress.say('建立搜索索引……');
    const bundle = join(siteCache(site.content.roots), 'pagefind');
    await buildSearchIndex({ documents: searchDocuments(current), outFolder: bundle });
    await copyFolder(bundle, output, 'pagefind/');
  }
  await writeDelivery(site, output);
}

async function writePictures(
  { pictures }: CurrentSite,
  output: Output,
  progress: Progress,
): Promise<void> {
  const keys = pictures.keys();
  if (keys.length === 0) return;
  progress.say(`处理图片：${keys.length} 张……`);
  const count = progress.count('处理图片');
  await pictures.writeAll(keys, output.folder, (done) => count(done, keys.length));
  for (const path of keys.flatMap((key) => pictures.filesOf(key))) output.claim(path);
  await pictures.prune(keys);
  await pictures.save();
}

async function writeAttachments({ site }: CurrentSite, output: Output): Promise<void> {
  for (const article of site.content.articles) {
    const { folder } = article;
    if (!folder) continue;
    for (const name of offeredFiles(article)) {
      const path = decodeURIComponent(attachmentPath(site, article, name));
      await output.copy(join(folder, name), path);
    }
  }
}
