/**
 * Lets the browser keep the page that says that there is no network (`sw.js`). A site that wants none names none, and then
 * `sw.js` takes itself away.
 */
export function keepOfflinePage(): void {
  const { worker } = document.documentElement.dataset;
  if (!worker || !('serviceWorker' in navigator)) return;
  // What the page itself needs comes first; a browser that refuses is one without that page.
  addEventListener('load', () => void navigator.serviceWorker.register(worker).catch(() => {}));
}
