/**
 * A text of the clipboard on its way into a body. The pictures of one that was copied in Word or WPS become files of the
 * article first: its HTML names files that no page may read, and its RTF holds their bytes in the same order.
 */
import type { BodyFieldOptions } from './body-field.ts';
import { deskApi, wordsOf } from './desk-api.ts';
import { element } from './element.ts';
import { notice } from './notices.ts';
import type { RtfPicture } from './rtf-pictures.ts';

/** What the clipboard gives only while the event lasts. */
export interface CopiedText {
  html: string;
  /** Empty where the browser keeps it to itself. */
  rtf: string;
  plain: string;
}

export interface ComingIn {
  /** Puts it where it was pasted, however late it comes. */
  markdown(text: string): void | Promise<void>;
  /** The words alone, where the Markdown could not be made. */
  words(text: string): void | Promise<void>;
}

export function copiedText(board: DataTransfer): CopiedText {
  return {
    html: board.getData('text/html'),
    rtf: board.getData('text/rtf'),
    plain: board.getData('text/plain'),
  };
}

/** Says itself what did not come along, and never rejects. */
export async function pasteText(
  { html, rtf, plain }: CopiedText,
  { id, onAdded }: Pick<BodyFieldOptions, 'id' | 'onAdded'>,
  come: ComingIn,
): Promise<void> {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const { sent, failed } = await sendPictures(id, page, rtf);
  try {
    const answer =
      sent > 0
        ? await deskApi.paste(page.documentElement.outerHTML, id)
        : await deskApi.paste(html);
    await come.markdown(answer.markdown);
    const problems = [...failed, ...answer.notices];
    if (problems.length > 0) notice('problem', ...problems.map((words) => element('p', {}, words)));
    else if (sent > 0) notice('done', `文字和 ${sent} 张图片都粘贴好了。`);
  } catch (error) {
    // What was copied is not lost: its words alone come in.
    await come.words(plain);
    notice('problem', `只粘贴了文字，没有格式：${wordsOf(error)}`);
  }
  if (sent > 0) onAdded();
}

/** None where what finds them cannot be loaded: then they are said to be missing. */
function picturesIn(rtf: string): Promise<RtfPicture[]> {
  return import('./rtf-pictures.ts').then(
    ({ picturesInRtf }) => picturesInRtf(rtf),
    () => [],
  );
}

/** Makes each picture a file of the article, and lets the page name it. Where it is not plain which is which, none is. */
async function sendPictures(
  id: string,
  page: Document,
  rtf: string,
): Promise<{ sent: number; failed: string[] }> {
  const images = [...page.querySelectorAll('img')].filter(isOutOfReach);
  const pictures = images.length > 0 ? await picturesIn(rtf) : [];
  const failed: string[] = [];
  if (pictures.length !== images.length) return { sent: 0, failed };
  let sent = 0;
  for (const [index, picture] of pictures.entries()) {
    if (picture === 'unknown') continue;
    const number = index + 1;
    notice('done', `正在放入第 ${number} 张图片，一共 ${pictures.length} 张…`);
    try {
      const name = `图${number}.${picture.type === 'image/png' ? 'png' : 'jpg'}`;
      const bytes = new Blob([picture.bytes], { type: picture.type });
      const { file } = await deskApi.addFile(id, bytes, name);
      images[index]?.setAttribute('src', file.name);
      sent += 1;
    } catch (error) {
      failed.push(`第 ${number} 张图片没有放进来：${wordsOf(error)}`);
    }
  }
  return { sent, failed };
}

/** Whether a picture lies on the disk of who copied it, or nowhere. */
function isOutOfReach(image: HTMLImageElement): boolean {
  const source = image.getAttribute('src')?.trim() ?? '';
  return source === '' || /^file:/iu.test(source);
}
