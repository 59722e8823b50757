/** A file as an HTTP answer. */
import { constants, type ReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { FastResponse } from 'srvx';
import type { ByteRange } from './byte-range.ts';
import type { CompressedFiles } from './compression.ts';
import { planAnswer } from './plan-answer.ts';

/** Up to this size a file is read at once; a longer one is streamed, in pieces of this size. */
const MAX_READ = 64 * 1024;
/** A pipe that took a file's place must not hold the thread that opens it. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Answers a GET or HEAD request for a file that exists. The file stays open from its description to
 * its last byte, so that a build that replaces it meanwhile cannot mix two states. Rejects as `open`
 * does when the file has gone since it was found.
 */
export async function fileResponse(
  request: Request,
  file: string,
  compressed: CompressedFiles,
): Promise<Response> {
  const handle = await open(file, READ);
  let isStreaming = false;
  try {
    const state = await handle.stat();
    const { status, headers, send } = planAnswer(request, file, state);
    if (send === 'nothing') return new FastResponse(null, { status, headers });

    if (typeof send === 'string') {
      const key = `${state.ino} ${state.size} ${state.mtimeMs} ${file}`;
      const bytes = await compressed.get(key, send, () => handle.readFile());
      headers.set('Content-Length', String(bytes.length));
      return respond(request, bytes, status, headers);
    }

    // A HEAD request reads nothing: the file may be larger than any memory.
    if (request.method === 'HEAD') return new FastResponse(null, { status, headers });
    if (send.end - send.start < MAX_READ) {
      return respond(request, await readPart(handle, send), status, headers);
    }
    isStreaming = true;
    return new FastResponse(asBody(handle.createReadStream(send)), { status, headers });
  } finally {
    // A stream closes the file itself, at its end or when the reader goes away.
    if (!isStreaming) await handle.close();
  }
}

function respond(
  request: Request,
  bytes: Buffer<ArrayBuffer>,
  status: number,
  headers: Headers,
): Response {
  const body = request.method === 'HEAD' ? null : bytes;
  return new FastResponse(body, { status, headers });
}

/** Every runtime here takes Node's streams as they are; a web stream round one halves the speed. */
function asBody(stream: ReadStream): BodyInit {
  return stream as unknown as BodyInit;
}

async function readPart(
  handle: FileHandle,
  { start, end }: ByteRange,
): Promise<Buffer<ArrayBuffer>> {
  const bytes = Buffer.alloc(end - start + 1);
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
  return bytes.subarray(0, bytesRead);
}
