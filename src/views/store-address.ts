/** Where the counts are to be kept, as an operator writes it: a file of this machine, or a Redis. */
import { StoreUnusable } from './store.ts';

export type StoreAddress = { redis: string } | { file: string };

/**
 * Reads `redis://…`, `rediss://…` or the name of a file. Throws a `StoreUnusable` for what is neither: SQLite itself would
 * take '' and `:memory:` for counts that end with the process, and `smb://…` for the name of a file.
 */
export function readStoreAddress(written: string): StoreAddress {
  const address = written.trim();
  if (isRedis(address)) return { redis: checkRedis(address) };
  const refuse = (why: 'empty' | 'network' | 'scheme'): StoreUnusable =>
    new StoreUnusable(address, why, 'The address of the view counts is none');
  if (address === '') throw refuse('empty');
  if (/^(?:\\\\|\/\/)/.test(address)) throw refuse('network');
  // One letter is a drive of Windows.
  if (/^(?::|[a-z][a-z\d+.-]+:)/i.test(address)) throw refuse('scheme');
  return { file: address };
}

/** Whether an address is that of a Redis. */
export function isRedis(address: string): boolean {
  return /^rediss?:\/\//i.test(address);
}

/** An address as it may be shown: without its password, whether or not it is one that can be read. */
export function shownAddress(address: string): string {
  return isRedis(address) ? address.replace(/^([^:]*:\/\/).*@/s, '$1') : address;
}

function checkRedis(address: string): string {
  const url = URL.parse(address);
  const isReadable = [url?.username, url?.password].every((part) => isDecodable(part ?? ''));
  const refuse = (why: 'redis-address' | 'redis-database'): StoreUnusable =>
    new StoreUnusable(shownAddress(address), why, 'The address of the Redis is none');
  if (!url || url.hostname === '' || !isReadable) throw refuse('redis-address');
  if (!/^(?:\/\d*)?$/.test(url.pathname)) throw refuse('redis-database');
  return address;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
