/** How many readers may hold a connection, and how slow they may be: nobody keeps the others out. */
import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { clientNetwork } from '../views/client-network.ts';
import { cutOffStalled } from './stalled.ts';

export interface ConnectionLimits {
  /** Connections at a time. */
  all: number;
  /** Of one network (an IPv4 address, an IPv6 /64); a trusted proxy may have them all. */
  ofOneNetwork: number;
  /** Requests of one connection that are not answered yet. No browser sends one before the last is answered. */
  unanswered: number;
  /** How long the head of a request may take to come, counted from the connection. */
  headMs: number;
  /** How long the whole request may take to come. */
  requestMs: number;
  /** How long a connection may stay open between two requests. */
  idleMs: number;
  /** How long nothing at all may move while a reader takes an answer; how long the whole takes is not limited. */
  stallMs: number;
}

/** A half-open connection is 12 kB of memory. An office behind one address opens six a browser, for five seconds. */
export const CONNECTION_LIMITS: ConnectionLimits = {
  all: 8_000,
  ofOneNetwork: 1_000,
  unanswered: 4,
  headMs: 10_000,
  requestMs: 20_000,
  idleMs: 5_000,
  stallMs: 30_000,
};

/** The limits that Node keeps by itself, for `createServer`. */
export function connectionOptions({ headMs, requestMs, idleMs }: ConnectionLimits): ServerOptions {
  return {
    keepAliveTimeout: idleMs,
    headersTimeout: headMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: Math.ceil(headMs / 5),
  };
}

/**
 * Keeps the other limits on a server that does not listen yet. What is beyond them is cut off at once.
 * @param isProxy whether an address is that of a trusted proxy
 * @param onFull is told when a connection was refused because there are too many
 */
export function limitConnections(
  server: Server,
  limits: ConnectionLimits,
  isProxy: (address: string) => boolean,
  onFull: (cause: Error) => void,
): void {
  server.maxConnections = limits.all;
  cutOffStalled(server, limits.stallMs);
  server.on('drop', () => onFull(new Error(`More than ${limits.all} connections at a time`)));
  limitNetworks(server, limits.ofOneNetwork, isProxy, onFull);
  limitUnanswered(server, limits.unanswered);
}

function limitNetworks(
  server: Server,
  most: number,
  isProxy: (address: string) => boolean,
  onFull: (cause: Error) => void,
): void {
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    if (isProxy(address)) return;
    const network = clientNetwork(address);
    const connections = (open.get(network) ?? 0) + 1;
    open.set(network, connections);
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left > 0) open.set(network, left);
      else open.delete(network);
    });
    if (connections <= most) return;
    onFull(new Error(`More than ${most} connections of one network at a time`));
    socket.destroy();
  });
}

/** A thousand requests in one packet would open a thousand files before the first is sent. */
function limitUnanswered(server: Server, most: number): void {
  const unanswered = new WeakMap<Socket, number>();
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const requests = (unanswered.get(socket) ?? 0) + 1;
    unanswered.set(socket, requests);
    response.once('close', () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1));
    if (requests > most) socket.destroy();
  });
}
