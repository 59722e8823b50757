import { currentSite } from '../site/current-site.ts';
import { offlineWorker } from '../site/offline-worker.ts';

export function GET(): Response {
  return new Response(offlineWorker(currentSite().site), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
}
