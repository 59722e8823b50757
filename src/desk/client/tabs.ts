/** Tabs that the arrow keys change. */
import { button, element } from './element.ts';

export interface Tab {
  name: string;
  words: string;
  panel: HTMLElement;
}

interface Tabs {
  node: HTMLElement;
  choose(name: string): Promise<void>;
}

/** @param onChoose false where the tab cannot be left now */
export function tabs(all: readonly Tab[], onChoose: (name: string) => Promise<boolean>): Tabs {
  const node = element('div', {
    className: 'tabs',
    attributes: { role: 'tablist', 'aria-label': '稿件' },
  });
  const buttons = all.map(({ name, words, panel }) => {
    panel.id = `panel-${name}`;
    panel.setAttribute('aria-labelledby', `tab-${name}`);
    return button(words, () => void choose(name), {
      id: `tab-${name}`,
      className: `tab-${name}`,
      attributes: { role: 'tab', 'aria-controls': panel.id },
    });
  });
  node.append(...buttons);
  node.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const visible = buttons.filter((made) => made.offsetParent !== null);
    const next = visible.at(
      (visible.indexOf(document.activeElement as HTMLButtonElement) + step) % visible.length,
    );
    next?.focus();
    next?.click();
  });

  async function choose(name: string) {
    if (!(await onChoose(name))) return;
    for (const [index, tab] of all.entries()) {
      const isChosen = tab.name === name;
      tab.panel.classList.toggle('chosen', isChosen);
      buttons[index]?.setAttribute('aria-selected', String(isChosen));
      if (buttons[index]) buttons[index].tabIndex = isChosen ? 0 : -1;
    }
  }
  return { node, choose };
}
