/** Sets of document numbers, as arrays that ascend. */

export function intersection(one: readonly number[], two: readonly number[]): number[] {
  const both: number[] = [];
  let other = 0;
  for (const number of one) {
    while ((two[other] ?? Infinity) < number) other += 1;
    if (two[other] === number) both.push(number);
  }
  return both;
}

export function union(one: readonly number[], two: readonly number[]): number[] {
  if (one.length === 0 || two.length === 0) return [...one, ...two];
  return [...new Set([...one, ...two])].toSorted((a, b) => a - b);
}

export function difference(one: readonly number[], two: readonly number[]): number[] {
  if (two.length === 0) return [...one];
  const left: number[] = [];
  let other = 0;
  for (const number of one) {
    while ((two[other] ?? Infinity) < number) other += 1;
    if (two[other] !== number) left.push(number);
  }
  return left;
}
