/** The pages of a desk, of a bureau at the root of its host. */
import { openPreview } from '../../src/desk/preview/open-preview.ts';
import type { Preview } from '../../src/desk/preview/open-preview.ts';

export function aPreview(onFailure: (error: unknown) => void): Promise<Preview> {
  return openPreview({ base: '/', language: 'zh-CN', onCompile: () => undefined, onFailure });
}
