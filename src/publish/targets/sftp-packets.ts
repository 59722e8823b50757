/**
 * The packets of SFTP, version 3, which OpenSSH speaks:
 * https://datatracker.ietf.org/doc/html/draft-ietf-secsh-filexfer-02, and of its extensions
 * https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.
 */

export const ASK = {
  init: 1,
  open: 3,
  close: 4,
  read: 5,
  write: 6,
  fstat: 8,
  opendir: 11,
  readdir: 12,
  remove: 13,
  mkdir: 14,
  rmdir: 15,
  realpath: 16,
  stat: 17,
  rename: 18,
  extended: 200,
} as const;

export const ANSWER = {
  version: 2,
  status: 101,
  handle: 102,
  data: 103,
  name: 104,
  attributes: 105,
  extended: 201,
} as const;

export const OPEN = { read: 1, write: 2, create: 8, exclusive: 32 } as const;

export const STATUS = { good: 0, end: 1, missing: 2, denied: 3, bad: 5, unknown: 8 } as const;

/** A text or bytes with their length in front, a number of 32 bits, or one of 64. */
export type Field = string | Uint8Array | number | bigint;

/** No attributes: the other side gives a new file its own. */
export const NO_ATTRIBUTES = 0;

export function packet(type: number, fields: readonly Field[]): Buffer {
  const parts = fields.flatMap(encoded);
  const length = parts.reduce((sum, part) => sum + part.length, 1);
  return Buffer.concat([uint32(length), Buffer.of(type), ...parts]);
}

function encoded(field: Field): Uint8Array[] {
  if (typeof field === 'number') return [uint32(field)];
  if (typeof field === 'bigint') {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(field);
    return [bytes];
  }
  const bytes = typeof field === 'string' ? Buffer.from(field) : field;
  return [uint32(bytes.length), bytes];
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** What stands in a packet, one after the other. Beyond its end there is nothing but a RangeError. */
export class Fields {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  number(): number {
    const value = this.#bytes.readUInt32BE(this.#at);
    this.#at += 4;
    return value;
  }

  long(): bigint {
    const value = this.#bytes.readBigUInt64BE(this.#at);
    this.#at += 8;
    return value;
  }

  bytes(): Buffer {
    const length = this.number();
    if (this.#at + length > this.#bytes.length) throw new RangeError('a packet is too short');
    const value = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return value;
  }

  text(): string {
    return this.bytes().toString();
  }

  attributes(): Attributes {
    const flags = this.number();
    const size = flags & 1 ? this.long() : 0n;
    if (flags & 2) this.#at += 8;
    const mode = flags & 4 ? this.number() : 0;
    if (flags & 8) this.#at += 4;
    const written = flags & 8 ? this.number() : 0;
    // Extensions: a name and a value each.
    for (let left = flags & 0x80000000 ? 2 * this.number() : 0; left > 0; left -= 1) this.bytes();
    return { size: Number(size), mode, writtenMs: written * 1000 };
  }
}

export interface Attributes {
  size: number;
  /** Kind and permissions, as `stat` has them. */
  mode: number;
  writtenMs: number;
}

/** Larger ones are none: what is read and written is asked for in pieces of 32 kB, and folders come in pieces, too. */
const MOST_BYTES = 2 ** 20;

export interface Packet {
  type: number;
  body: Buffer;
}

/**
 * Cuts what arrives into packets.
 * @returns undefined for what is no packet: a program on the other side has printed something
 */
export function packetCutter(): (piece: Buffer) => Packet[] | undefined {
  let pieces: Buffer[] = [];
  let held = 0;
  let needed = 4;
  return (piece) => {
    pieces.push(piece);
    held += piece.length;
    if (held < needed) return [];
    let bytes = Buffer.concat(pieces);
    const found: Packet[] = [];
    needed = 4;
    while (bytes.length >= 4) {
      const length = bytes.readUInt32BE();
      if (length < 1 || length > MOST_BYTES) return undefined;
      needed = 4 + length;
      if (bytes.length < needed) break;
      found.push({ type: bytes[4] ?? 0, body: bytes.subarray(5, needed) });
      bytes = bytes.subarray(needed);
      needed = 4;
    }
    pieces = [bytes];
    held = bytes.length;
    return found;
  };
}
