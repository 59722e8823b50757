/** Suggests titles in the search boxes of every page; what that takes is loaded when one of them is entered. */
export function suggestOnFocus(): void {
  addEventListener('focusin', ({ target: box }) => {
    if (!(box instanceof HTMLInputElement) || box.name !== 'q') return;
    import('./search/suggestions.ts').then(
      ({ suggestIn }) => suggestIn(box),
      // Without its suggestions the box is what it is.
      () => undefined,
    );
  });
}
