/** Passwords as they are kept: salted and slow to try (scrypt, 32 MB each), one at a time. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Characters; a sentence is easier to keep in mind than signs. */
export const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;

const COST = 2 ** 15;
const BLOCK = 8;
const LENGTH = 32;
/** Somebody who sends many at once waits with all others, and no longer than that. */
const MOST_WAITING = 50;

/** Why a password is not taken, in Chinese; undefined for a good one. */
export function passwordProblem(password: string, name: string): string | undefined {
  const { length } = [...password];
  if (length < SHORTEST_PASSWORD) {
    return `密码只有 ${length} 个字符，至少要 ${SHORTEST_PASSWORD} 个。可以用一句好记的话。`;
  }
  if (length > LONGEST_PASSWORD) return `密码超过 ${LONGEST_PASSWORD} 个字符。`;
  if (password.includes(name) || new Set(password).size < 4) return '这个密码太好猜，请换一个。';
  return undefined;
}

/** `scrypt$32768$8$<salt>$<key>` */
export async function keptPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await slowKey(password, salt, COST, BLOCK);
  return ['scrypt', COST, BLOCK, salt.toString('base64url'), key.toString('base64url')].join('$');
}

export const KEPT_FORM = /^scrypt\$(\d{4,7})\$(\d{1,2})\$([\w-]{16,})\$([\w-]{40,})$/;

/** Takes the same time whether there is such a person or not. @param kept undefined where there is none */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [, cost, block, salt, key] = KEPT_FORM.exec(kept ?? '') ?? [];
  const wanted = key === undefined ? randomBytes(LENGTH) : Buffer.from(key, 'base64url');
  const given = await slowKey(
    password.slice(0, LONGEST_PASSWORD * 2),
    salt === undefined ? randomBytes(16) : Buffer.from(salt, 'base64url'),
    Number(cost ?? COST),
    Number(block ?? BLOCK),
  );
  return wanted.length === given.length && timingSafeEqual(wanted, given) && key !== undefined;
}

let waiting = 0;
let queue: Promise<unknown> = Promise.resolve();

/** Whether so many passwords are being tried that no more are taken. */
export function isBusy(): boolean {
  return waiting >= MOST_WAITING;
}

function slowKey(password: string, salt: Buffer, cost: number, block: number): Promise<Buffer> {
  waiting += 1;
  const made = queue.then(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        const options = { N: cost, r: block, p: 1, maxmem: 256 * cost * block };
        scrypt(password.normalize('NFKC'), salt, LENGTH, options, (error, key) =>
          error ? reject(error) : resolve(key),
        );
      }),
  );
  queue = made.then(
    () => (waiting -= 1),
    () => (waiting -= 1),
  );
  return made;
}
