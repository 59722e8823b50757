/** How often a password may be wrong: by the name that was written, and by the address that it came from. */

const WITHIN_MS = 15 * 60_000;
const MOST_BY_NAME = 10;
const MOST_BY_ADDRESS = 30;
/** Names that are only made up must not fill the memory. */
const MOST_KEPT = 10_000;

export interface SignInLimits {
  /** Whether a password may be tried now. */
  mayTry(name: string, address: string): boolean;
  /** It was wrong. */
  failed(name: string, address: string): void;
  /** It was right: what was mistyped before under this name is forgotten, and this attempt of the address. */
  succeeded(name: string, address: string): void;
}

/** @param clock milliseconds */
export function signInLimits(clock: () => number): SignInLimits {
  const failures = new Map<string, number[]>();
  const recent = (key: string): number[] =>
    (failures.get(key) ?? []).filter((at) => at > clock() - WITHIN_MS);
  const note = (key: string): void => {
    const known = recent(key);
    failures.delete(key);
    failures.set(key, [...known, clock()].slice(-MOST_BY_ADDRESS));
    const [oldest] = failures.keys();
    if (failures.size > MOST_KEPT && oldest !== undefined) failures.delete(oldest);
  };
  return {
    mayTry: (name, address) =>
      recent(`name ${name}`).length < MOST_BY_NAME &&
      recent(`address ${address}`).length < MOST_BY_ADDRESS,
    failed(name, address) {
      note(`name ${name}`);
      note(`address ${address}`);
    },
    succeeded(name, address) {
      failures.delete(`name ${name}`);
      failures.get(`address ${address}`)?.pop();
    },
  };
}
