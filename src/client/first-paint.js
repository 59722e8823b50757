/**
 * The one script that the first paint waits for: it puts the reader's choices (长者模式, 字号) on <html>, so that no
 * page shows in the wrong size first. A file of its own because the CSP allows no inline script; as it stands in the
 * source, because Astro's scripts run after the page has been read.
 */
(() => {
  const { dataset } = document.documentElement;
  // What needs a script to work shows only where there is one.
  dataset.script = '';
  if (navigator.share) dataset.share = '';
  try {
    // A page that was made for the elder mode (/elder/) turns it on for the others.
    if (dataset.mode === 'elder') localStorage.setItem('reading-mode', 'elder');
    else if (localStorage.getItem('reading-mode') === 'elder') dataset.mode = 'elder';
    const size = localStorage.getItem('reading-size');
    if (size === 'small' || size === 'large') dataset.size = size;
  } catch {
    // Storage may be forbidden: then the choice holds for one page.
  }
})();
