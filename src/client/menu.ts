/** The menu of the header is a `<details>`, which works by itself; a script adds what it cannot: Escape closes it. */
export function closeMenuByEscape(): void {
  const menu = document.querySelector<HTMLDetailsElement>('.menu');
  menu?.closest('header')?.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}
