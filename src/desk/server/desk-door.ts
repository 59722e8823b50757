/** Where the desk listens, and what it is called: on this machine alone, or for an office. */

/** For several people. */
export interface Office {
  /** Absolute path of people.yaml. */
  people: string;
  /** Where it listens: `127.0.0.1`, `0.0.0.0`. */
  host: string;
  /** Names and addresses by which it is asked for, without a port. */
  names: readonly string[];
  /** Paths of PEM files. */
  tls?: { cert: string; key: string } | undefined;
  /** A server with TLS stands before it: what that says of the way is believed. */
  isBehindProxy: boolean;
  /** The port at which the preview listens; 0 for any. */
  previewPort: number;
  /** The port at which browsers find the preview, where that is another one. */
  publicPreviewPort?: number | undefined;
}

export interface DeskDoor {
  /** Whether pages come by https. */
  isSecure: boolean;
  isBehindProxy: boolean;
  /** Whether a `Host` means this desk. */
  isHost(host: string): boolean;
}

/** @param port at which it listens, known once it does */
export function deskDoor(office: Office | undefined, port: () => number): DeskDoor {
  const isSecure = office?.tls !== undefined || office?.isBehindProxy === true;
  const names = new Set(['127.0.0.1', 'localhost', ...(office?.names ?? [])].map(lower));
  const isBehindProxy = office?.isBehindProxy ?? false;
  return {
    isSecure,
    isBehindProxy,
    isHost(host) {
      const [, name = '', at] = /^(\[[\da-f:]+\]|[^:]*)(?::(\d{1,5}))?$/.exec(host) ?? [];
      if (!names.has(name)) return false;
      // Which port the server before it has is nobody's secret, and known to that alone.
      return isBehindProxy || Number(at ?? (isSecure ? 443 : 80)) === port();
    },
  };
}

/** As people open it. @param port at which it listens */
export function officeAddress(office: Office | undefined, port: number): string {
  const name = office?.names[0] ?? office?.host ?? '127.0.0.1';
  // The server before it takes what browsers ask at https.
  if (office?.isBehindProxy) return `https://${name}/`;
  return `${office?.tls ? 'https' : 'http'}://${name}:${port}/`;
}

function lower(name: string): string {
  return name.toLowerCase();
}
