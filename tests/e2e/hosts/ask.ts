/** One request, its path sent as it is written. */
import { request } from 'node:http';

export interface Asked {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  /** The reader's own address, another one than the server's. */
  from?: string;
}

export interface Answer {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
}

/** @param host the name by which the server is asked */
export function ask(
  port: number,
  host: string,
  path: string,
  { method = 'GET', headers = {}, from = '127.0.0.1' }: Asked = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const all = { Host: host, ...headers };
    const to = { host: '127.0.0.1', port, localAddress: from };
    const sent = request({ ...to, path, method, headers: all }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        const found = Object.entries(response.headers).map(([name, value]) => [
          name,
          String(value),
        ]);
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(found) as Record<string, string>,
          body: Buffer.concat(pieces),
        });
      });
      response.on('error', reject);
    });
    sent.once('error', reject);
    sent.end();
  });
}
