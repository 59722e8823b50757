import { currentSite } from '../site/current-site.ts';
import { themeCss } from '../site/theme.ts';

export function GET(): Response {
  return new Response(themeCss(currentSite().site), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
}
