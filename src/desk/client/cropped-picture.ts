/** A picture that is cut on the way: the dialog comes when it is asked for, and what became of the picture is said. */
import { notice } from './notices.ts';

/** The name of the new picture; undefined where there is none. @param id of the article */
export async function cropped(id: string, name: string): Promise<string | undefined> {
  const module = await import('./crop-dialog.ts').catch(() => undefined);
  if (!module) {
    notice('problem', '裁剪的窗口没有打开。请刷新页面再试。');
    return undefined;
  }
  return (await module.cropPicture(id, name))?.file.name;
}

/** @param count places that show the new picture now */
export function tellExchanged(name: string, count: number): void {
  notice(
    'done',
    count > 0
      ? `裁好的图片是「${name}」，稿件里 ${count} 处换成了它。原图还在“图片和附件”里；按“撤销”换回来。`
      : `裁好的图片是「${name}」，在“图片和附件”里，还没有放进正文。`,
  );
}
