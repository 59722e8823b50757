/** Readers who stopped taking their answer are cut off; those who take it slowly are not, however long it lasts. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** How often is looked in the time that nothing may move. Looks are counted, not time: a machine that slept cuts off nobody. */
const LOOKS = 10;
/** Where Linux tells how much the other side has not taken yet of what was sent, for each connection. */
const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'];

interface Answering {
  answers: number;
  /** What the system took of us, and what of that the reader has not taken, when it was looked last. */
  written: number;
  left: string | undefined;
  /** How often it was looked since either changed. */
  quiet: number;
}

/**
 * Watches the connections of a server that does not listen yet, while they have an answer to take.
 *
 * The system takes megabytes off our hands and asks for more only when a third of them has gone, which an old phone may
 * need minutes for. So it is asked how much is left, where it can tell; elsewhere what it took of us must do.
 * @param stallMs how long nothing at all may move
 */
export function cutOffStalled(server: Server, stallMs: number): void {
  const answering = new Map<Socket, Answering>();
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const state = answering.get(socket) ?? { answers: 0, written: -1, left: undefined, quiet: 0 };
    state.answers++;
    answering.set(socket, state);
    response.once('close', () => {
      if (--state.answers === 0) answering.delete(socket);
    });
  });

  let isLooking = false;
  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    const still: [Socket, Answering][] = [];
    for (const [socket, state] of answering) {
      const { bytesWritten } = socket;
      if (bytesWritten === state.written) still.push([socket, state]);
      else Object.assign(state, { written: bytesWritten, left: undefined, quiet: 0 });
    }
    // The table has a line for every connection of the machine: read only when somebody is in doubt.
    const left = still.length > 0 ? await untakenBytes(server) : undefined;
    for (const [socket, state] of still) {
      const now = left?.get(socket.remotePort ?? 0) ?? '';
      state.quiet = state.left === undefined || state.left === now ? state.quiet + 1 : 0;
      state.left = now;
      if (state.quiet > LOOKS) socket.destroy();
    }
    isLooking = false;
  }
  const timer = setInterval(() => void look(), stallMs / LOOKS).unref();
  server.once('close', () => clearInterval(timer));
}

/** Port of a reader → what is still to be taken; of several readers with one port, all their numbers. */
async function untakenBytes(server: Server): Promise<Map<number, string>> {
  const left = new Map<number, string>();
  const { port = 0 } = (server.address() as AddressInfo | null) ?? {};
  const ours = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  for (const table of TABLES) {
    const text = await readFile(table, 'latin1').catch(() => '');
    for (const line of text.split('\n')) {
      // "0: 0100007F:10E1 0100007F:D2F0 01 00001000:00000000 …"
      const [, local = '', remote = '', , queues = ''] = line.trim().split(/\s+/, 5);
      if (!local.endsWith(ours)) continue;
      const reader = Number.parseInt(remote.slice(-4), 16);
      const [untaken = ''] = queues.split(':');
      left.set(reader, `${left.get(reader) ?? ''} ${untaken}`);
    }
  }
  return left;
}
