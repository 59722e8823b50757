/** One after the other: two that change the same files at once would lose what the other wrote. */

/** Does what needs no files of the folder, such as waiting for a network, while others have their turns. */
export type Apart = <T>(work: () => Promise<T>) => Promise<T>;

export interface Turns {
  /** @param work begins when all that came before are done, or are apart */
  take<T>(work: (apart: Apart) => Promise<T>): Promise<T>;
}

export function openTurns(): Turns {
  let last: Promise<void> = Promise.resolve();
  async function begin(): Promise<() => void> {
    const before = last;
    let end: () => void = () => undefined;
    last = new Promise((resolve) => (end = resolve));
    await before;
    return end;
  }
  return {
    async take(work) {
      let end = await begin();
      const apart: Apart = async (other) => {
        end();
        try {
          return await other();
        } finally {
          end = await begin();
        }
      };
      try {
        return await work(apart);
      } finally {
        end();
      }
    },
  };
}
