/** The bureau's colour as a style sheet of its own, so that the compiled styles serve every bureau. */
import { createHash } from 'node:crypto';
import type { SiteConfig } from '../model/site-config.ts';

export function themeCss({ colour }: SiteConfig): string {
  return `:root { --brand: ${colour}; }\n`;
}

/** Changes with the theme, so that it can be cached for good. */
export function themeVersion(config: SiteConfig): string {
  return createHash('sha256').update(themeCss(config)).digest('hex').slice(0, 8);
}
