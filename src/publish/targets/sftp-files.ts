/** Files by SFTP: each is opened, read or written in pieces of which many are under way, and closed. */
import { open } from 'node:fs/promises';
import { inParallel } from '../in-parallel.ts';
import { ifMissing } from './folder-errors.ts';
import type { SftpConnection } from './sftp-connection.ts';
import { ASK, Fields, NO_ATTRIBUTES, OPEN } from './sftp-packets.ts';
import type { Attributes } from './sftp-packets.ts';
import { TargetError } from './target.ts';

/** Every server takes as much. */
const PIECE = 32 * 1024;
/** Of one file. */
const PIECES_AT_ONCE = 16;
/** What a publication says of half a million changed files is smaller. */
const MOST_BYTES = 128 * 2 ** 20;

export interface Sftp {
  /**
   * @param onPiece is given what the file holds, in order
   * @param bounded name of the target, where more than any publication writes is refused
   * @returns undefined where no file is
   */
  read(
    path: string,
    onPiece: (piece: Uint8Array) => void,
    bounded?: string,
  ): Promise<Attributes | undefined>;
  /** A new file, which stands after a power cut. @param from bytes, or the path of a file of this machine */
  write(path: string, from: Uint8Array | string): Promise<Attributes>;
  /** Through this machine. @returns false where there is none */
  copy(from: string, to: string): Promise<boolean>;
  names(folder: string): Promise<string[]>;
  settle(folders: Iterable<string>, atOnce: number): Promise<void>;
}

export function isFolder({ mode }: Attributes): boolean {
  return (mode & 0o170000) === 0o040000;
}

export function sftpFiles({ ask, extended, knows }: SftpConnection): Sftp {
  /** Closed in any case, and not waited for. */
  const opened = async <Result>(
    asked: Promise<{ body: Buffer }>,
    use: (handle: Buffer) => Promise<Result>,
  ): Promise<Result> => {
    const { body } = await asked;
    const handle = new Fields(body).bytes();
    try {
      return await use(handle);
    } finally {
      ask(ASK.close, handle).catch(() => undefined);
    }
  };
  const attributesOf = async (handle: Buffer): Promise<Attributes> =>
    new Fields((await ask(ASK.fstat, handle)).body).attributes();
  const sync = async (handle: Buffer): Promise<void> => {
    if (await knows('fsync@openssh.com')) await extended('fsync@openssh.com', handle);
  };
  const pieceAt = async (handle: Buffer, at: number): Promise<Buffer | undefined> => {
    const answer = await ask(ASK.read, handle, BigInt(at), PIECE).catch(atEnd);
    return answer && new Fields(answer.body).bytes();
  };
  /** A server may answer with less than was asked for; the file may have become shorter. */
  const whole = async (handle: Buffer, start: number, end: number): Promise<Buffer> => {
    const pieces: Buffer[] = [];
    const last = Math.min(start + PIECE, end);
    for (let at = start; at < last;) {
      const piece = await pieceAt(handle, at);
      if (!piece || piece.length === 0) break;
      pieces.push(piece.subarray(0, last - at));
      at += piece.length;
    }
    return Buffer.concat(pieces);
  };
  const draft = (path: string, use: (handle: Buffer) => Promise<void>): Promise<Attributes> =>
    opened(
      ask(ASK.open, path, OPEN.write | OPEN.create | OPEN.exclusive, NO_ATTRIBUTES),
      async (handle) => {
        await use(handle);
        await sync(handle);
        return attributesOf(handle);
      },
    );
  const put = async (handle: Buffer, piece: Uint8Array, at: number): Promise<void> => {
    await ask(ASK.write, handle, BigInt(at), piece);
  };
  const read: Sftp['read'] = async (path, onPiece, bounded) => {
    const reading = opened(ask(ASK.open, path, OPEN.read, NO_ATTRIBUTES), async (handle) => {
      const found = await attributesOf(handle);
      if (isFolder(found)) return undefined;
      if (bounded !== undefined && found.size > MOST_BYTES) {
        throw new TargetError(`${bounded}：「${path}」大得不对，没有再读。请检查 --to。`);
      }
      for (let at = 0; at < found.size; at += PIECE * PIECES_AT_ONCE) {
        const end = Math.min(found.size, at + PIECE * PIECES_AT_ONCE);
        const starts = Array.from(
          { length: Math.ceil((end - at) / PIECE) },
          (_, n) => at + n * PIECE,
        );
        for (const piece of await Promise.all(starts.map((start) => whole(handle, start, end)))) {
          onPiece(piece);
        }
      }
      return found;
    });
    return reading.catch(ifMissing);
  };
  return {
    read,
    write: (path, from) =>
      draft(path, async (handle) => {
        if (typeof from === 'string') await putFile(from, (piece, at) => put(handle, piece, at));
        else {
          const starts = Array.from(
            { length: Math.ceil(from.length / PIECE) },
            (_, n) => n * PIECE,
          );
          await inParallel(starts, PIECES_AT_ONCE, (at) =>
            put(handle, from.subarray(at, at + PIECE), at),
          );
        }
      }),
    async copy(from, to) {
      let isThere = false;
      await draft(to, async (handle) => {
        let at = 0;
        let last = Promise.resolve();
        const found = await read(from, (piece) => {
          const start = at;
          at += piece.length;
          const before = last;
          last = put(handle, piece, start).then(() => before);
          // Waited for below; until then what fails here has failed nobody.
          last.catch(() => undefined);
        });
        await last;
        isThere = found !== undefined;
      });
      return isThere;
    },
    async names(folder) {
      const asked = opened(ask(ASK.opendir, folder), async (handle) => {
        const names: string[] = [];
        for (;;) {
          const answer = await ask(ASK.readdir, handle).catch(atEnd);
          if (!answer) return names;
          const fields = new Fields(answer.body);
          for (let left = fields.number(); left > 0; left -= 1) {
            const name = fields.text();
            fields.text();
            fields.attributes();
            if (name !== '.' && name !== '..') names.push(name);
          }
        }
      });
      return (await asked.catch(ifMissing)) ?? [];
    },
    settle: (folders, atOnce) =>
      inParallel(folders, atOnce, async (folder) => {
        // Who may not list a folder, or has another server, cannot ask for it.
        await opened(ask(ASK.open, folder, OPEN.read, NO_ATTRIBUTES), sync).catch(unlessLost);
      }),
  };
}

/** A piece is read when there is room for it: a film may be larger than what fits into memory. */
async function putFile(
  path: string,
  put: (piece: Uint8Array, at: number) => Promise<void>,
): Promise<void> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const starts = Array.from({ length: Math.ceil(size / PIECE) }, (_, n) => n * PIECE);
    await inParallel(starts, PIECES_AT_ONCE, async (at) => {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(PIECE), 0, PIECE, at);
      await put(buffer.subarray(0, bytesRead), at);
    });
  } finally {
    await file.close();
  }
}

function atEnd(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'EEND') return undefined;
  throw error;
}

function unlessLost(error: unknown): void {
  if (error instanceof TargetError) throw error;
}
