/** A video as readers meet it: its length and size are told, and nothing of it is loaded, before they play it; captions come with it. */
import { expect, inject, it } from 'vitest';
import { DESKTOP, PHONE, useBrowser } from '../support/page.ts';
import { VIDEO } from '../support/site-pages.ts';

const sample = inject('sample');
const open = useBrowser();

it('not a byte of the film is loaded before it is played, and what it costs is told', async () => {
  const { page, requests, errors } = await open(sample + VIDEO, PHONE);
  await page.waitForLoadState('networkidle');
  expect(requests.filter((url) => url.endsWith('.mp4'))).toEqual([]);
  const caption = await page.locator('figure.video figcaption').innerText();
  expect(caption).toMatch(/^机关食堂的半份菜\s*（时长12秒，\d+ KB）$/);
  const film = page.locator('video');
  expect(await film.evaluate((video: HTMLVideoElement) => video.autoplay)).toBe(false);
  const { width = 0, height = 0 } = (await film.boundingBox()) ?? {};
  expect(Math.abs(width / height - 1.5)).toBeLessThan(0.02);
  expect(errors).toEqual([]);
});

it('it plays, with its captions', async () => {
  const { page, errors } = await open(sample + VIDEO, DESKTOP);
  const played = await page.locator('video').evaluate(async (video: HTMLVideoElement) => {
    video.muted = true;
    await video.play();
    const [track] = video.textTracks;
    for (let wait = 0; wait < 50 && !track?.cues?.length; wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const first = track?.cues?.[0];
    return {
      seconds: video.duration,
      mode: track?.mode,
      label: track?.label,
      words: first instanceof VTTCue ? first.text : '',
    };
  });
  expect(played).toEqual({
    seconds: 12,
    mode: 'showing',
    label: '中文字幕',
    words: '机关食堂从九月起供应半份菜。',
  });
  expect(errors).toEqual([]);
});

it('a column of videos shows their pictures and their length, and search engines are told', async () => {
  const { page } = await open(`${sample}xwzx/spbd/`, { javaScriptEnabled: false });
  const link = page.locator('.picture-list a').first();
  expect((await link.locator('.play').innerText()).replaceAll(/\s/g, '')).toContain('0:12');
  expect(await link.getAttribute('href')).toContain(VIDEO);
  await page.goto(sample + VIDEO);
  const data = await page
    .locator('script[type="application/ld+json"]')
    .evaluateAll((all) => all.map((each) => JSON.parse(each.textContent ?? '')));
  expect(data.find((each) => each['@type'] === 'VideoObject')).toMatchObject({
    duration: 'PT12S',
    contentUrl: expect.stringMatching(/\/canteen\.mp4$/),
    thumbnailUrl: expect.stringMatching(/\/_images\/.+\.jpg$/),
  });
});
