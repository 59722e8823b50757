/** The body of an answer, but never more than a machine can hold. */
import { TargetError } from './target.ts';

/** What a publication says of half a million changed files is smaller. */
const MOST_BYTES = 128 * 2 ** 20;

/**
 * @param name as messages name the target
 * @throws TargetError for more than any publication writes; what the line says when it breaks
 */
export async function bodyOf(answer: Response, name: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of answer.body ?? []) {
    size += piece.length;
    if (size > MOST_BYTES) throw new TargetError(`${name}：回答大得不对，没有再读。请检查地址。`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
