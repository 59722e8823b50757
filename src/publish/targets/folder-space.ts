/** Whether a folder's disk has room for a publication: half of one on a full disk is in nobody's interest. */
import type { Disk, Room } from './disk.ts';
import { TargetError } from './target.ts';
import type { SpaceNeeds } from './target.ts';

/**
 * Where nobody can say, nothing is said.
 * @param name of the target
 * @throws TargetError where a publication certainly cannot be finished
 */
export async function refuseFull(
  disk: Disk,
  { folder, aside, name }: Readonly<Record<'folder' | 'aside' | 'name', string>>,
  { put, replaced, keptOfReplaced, aside: kept, files }: SpaceNeeds,
): Promise<void> {
  const [here, beside] = await Promise.all([disk.room(folder), disk.room(aside)]);
  const isOne = here?.disk === beside?.disk;
  // What is removed goes last, when all that is put is there.
  const more = here?.isKeptTwice ? kept : keptOfReplaced;
  refuse(name, here, put - replaced + (isOne ? more : 0), files);
  if (!isOne) refuse(`${name}.aside`, beside, kept, 0);
}

function refuse(name: string, room: Room | undefined, bytes: number, files: number): void {
  if (!room) return;
  if (room.bytes < bytes) {
    throw new TargetError(
      `${name}：磁盘还剩 ${megabytes(room.bytes)}，这次要多占 ${megabytes(bytes)}，放不下，没有动手。至少再腾出 ${megabytes(bytes - room.bytes)}，再发布一次。`,
    );
  }
  if (room.files !== undefined && room.files < files) {
    throw new TargetError(
      `${name}：磁盘还能放 ${room.files} 个文件（inode），这次要新写 ${files} 个，放不下，没有动手。请删掉一些小文件，再发布一次。`,
    );
  }
}

/** Rounded up: with what is said there is room. */
function megabytes(bytes: number): string {
  return `${(Math.ceil(bytes / 100_000) / 10).toFixed(1)} MB`;
}
