/** Links that lead away from government sites, and those that do not though they look so. */
import { describe, expect, inject, it } from 'vitest';
import { PHONE, useBrowser } from '../support/page.ts';

const sample = inject('sample');
const open = useBrowser('again');
/** Its note leads to the newspaper that the text is of. */
const REPOST = 'xwzx/gzdt/202506/20250612-daily-repost-meeting-rooms/';

describe('a link that leads away from government sites', () => {
  it('asks first, shows where to, and is stayed with by Esc', async () => {
    const { page, errors } = await open(sample + REPOST);
    const link = page.locator('a[data-outbound]');
    await link.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '您即将离开本网站' });
    await dialog.waitFor();
    expect(await dialog.locator('.address').innerText()).toContain('https://www.example.com/news/');
    // The keyboard begins at the safe choice and stays within.
    expect(await page.evaluate('document.activeElement.textContent')).toBe('留在本站');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('继续访问');
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
    expect(await page.evaluate('document.activeElement.href')).toContain('www.example.com');
    expect(page.url()).toBe(sample + REPOST);
    expect(errors).toEqual([]);
  });

  it('goes there when the reader says so', async () => {
    const { page } = await open(sample + REPOST, PHONE);
    await page.route('https://www.example.com/**', (route) => route.fulfill({ body: '原文' }));
    await page.locator('a[data-outbound]').click();
    await page.getByRole('link', { name: '继续访问' }).click();
    await page.waitForURL('https://www.example.com/**');
  });

  it('does not ask on the way to another government site', async () => {
    const { page } = await open(sample);
    const marked = await page
      .getByRole('link', { name: '中国政府网' })
      .getAttribute('data-outbound');
    expect(marked).toBeNull();
  });

  it('is a plain link without a script', async () => {
    const { page } = await open(sample + REPOST, { javaScriptEnabled: false });
    await page.route('https://www.example.com/**', (route) => route.fulfill({ body: '原文' }));
    await page.locator('a[data-outbound]').click();
    await page.waitForURL('https://www.example.com/**');
  });

  it('is none of the marks that a government’s site must carry', async () => {
    const { page } = await open(sample);
    const marks = page.getByRole('contentinfo').getByRole('link', { name: /标识|备|网站找错/ });
    const asked = await marks.evaluateAll((all) =>
      all.map((link) => [
        new URL((link as HTMLAnchorElement).href).host,
        link.hasAttribute('data-outbound') || link.getAttribute('rel')?.includes('external'),
      ]),
    );
    expect(asked.map(([host, isLeaving]) => `${host} ${isLeaving ?? false}`).toSorted()).toEqual([
      'beian.miit.gov.cn false',
      'bszs.conac.cn false',
      'www.beian.gov.cn false',
      'zfwzgl.www.gov.cn false',
    ]);
    expect(await page.locator('body').innerText()).not.toContain('外部链接');
  });
});
