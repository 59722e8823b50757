/** A reader who has only the keyboard. */
import type { Page } from 'playwright-core';

/** What has the focus: its name, whether it is drawn as focused, whether it is on the screen. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { width, height } = element.getBoundingClientRect();
  return {
    tag: element.tagName,
    text: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim(),
    isDrawn: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    isShown: width > 0 && height > 0,
  };
})()`;

export interface Focused {
  tag: string;
  text: string;
  isDrawn: boolean;
  isShown: boolean;
}

export function focused(page: Page): Promise<Focused> {
  return page.evaluate<Focused>(FOCUSED);
}

/** Presses Tab until the page is left; gives what had the focus on the way. */
export async function walk(page: Page): Promise<Focused[]> {
  const steps: Focused[] = [];
  for (let count = 0; count < 200; count += 1) {
    await page.keyboard.press('Tab');
    const step = await focused(page);
    if (step.tag === 'BODY' || step.tag === 'HTML') return steps;
    steps.push(step);
  }
  throw new Error('The keyboard does not get out of the page');
}
