/** Runs the task for each item, so many at a time; the first error ends it when those under way have ended. */
export async function inParallel<Item>(
  items: Iterable<Item>,
  most: number,
  task: (item: Item) => Promise<void>,
): Promise<void> {
  // The lanes share one iterator: each takes the next item when it is free.
  const queue = items[Symbol.iterator]();
  let isOver = false;
  const lane = async (): Promise<void> => {
    for (let next = queue.next(); !next.done && !isOver; next = queue.next()) {
      try {
        await task(next.value);
      } catch (error) {
        isOver = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: most }, lane));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}
