import { expect, test, vi } from 'vitest';
import { createPublishedIds } from '../../src/views/published-ids.ts';

function someLists(files: Record<string, string>) {
  const clock = { time: 0 };
  const reads: string[] = [];
  const isPublished = createPublishedIds({
    now: () => clock.time,
    readYear: async (year) => {
      reads.push(year);
      if (files[year] === 'broken') throw new Error('EIO');
      return files[year];
    },
  });
  return { clock, reads, files, isPublished };
}

test('a list is read once for all who ask at the same time, and kept', async () => {
  const { reads, isPublished } = someLists({ 2026: '20260305-a\r\n20260306-b\n' });
  const asked = ['20260305-a', '20260306-b', '20260305-a'].map(isPublished);
  expect(await Promise.all(asked)).toEqual([true, true, true]);
  expect(await isPublished('20260305-a')).toBe(true);
  expect(reads).toEqual(['2026']);
});

test('unknown ids cost one look a minute and year, and a new article is known within it', async () => {
  const { clock, reads, files, isPublished } = someLists({ 2026: '20260305-a', 2025: '' });
  for (let n = 0; n < 100; n++) {
    expect(await isPublished(`20260305-x${n}`)).toBe(false);
    expect(await isPublished(`20250305-x${n}`)).toBe(false);
  }
  expect(reads).toEqual(['2026', '2025']);
  files['2026'] = '20260305-a\n20260305-new';
  clock.time += 59_999;
  expect(await isPublished('20260305-new')).toBe(false);
  clock.time += 1;
  expect(await isPublished('20260305-new')).toBe(true);
  expect(reads).toEqual(['2026', '2025', '2026']);
});

test('made-up years and malformed ids cost no look', async () => {
  const { reads, isPublished } = someLists({});
  for (const id of ['00010101-a', '99991231-a', '21500101-a', '2026-a', '../2026', '']) {
    expect(await isPublished(id)).toBe(false);
  }
  expect(reads).toEqual([]);
});

test('a list that cannot be read is a failure, not an empty list, and is tried again soon', async () => {
  const { clock, reads, files, isPublished } = someLists({ 2026: 'broken' });
  const message = 'The articles published in 2026 cannot be read';
  await expect(isPublished('20260305-a')).rejects.toThrow(message);
  await expect(isPublished('20260305-a')).rejects.toThrow(message);
  expect(reads).toEqual(['2026']);
  files['2026'] = '20260305-a';
  clock.time += 5_000;
  expect(await isPublished('20260305-a')).toBe(true);
});

test('known articles go on while the list cannot be read', async () => {
  const { clock, files, isPublished } = someLists({ 2026: '20260305-a' });
  await isPublished('20260305-a');
  files['2026'] = 'broken';
  clock.time += 60_000;
  await expect(isPublished('20260305-new')).rejects.toThrow('cannot be read');
  expect(await isPublished('20260305-a')).toBe(true);
});

test('a calendar that is set back, even before the server starts, refuses no article', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
  try {
    const { clock, files, isPublished } = someLists({ 2026: '' });
    expect(await isPublished('20260305-new')).toBe(false);
    files['2026'] = '20260305-new';
    clock.time += 60_000;
    expect(await isPublished('20260305-new')).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});
