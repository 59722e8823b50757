/** columns.yaml and site.yaml as they are now, and the bureau's colour as the desk's. */
import { join } from 'node:path';
import { columnsSchema } from '../../model/columns.ts';
import type { Column } from '../../model/columns.ts';
import { siteSchema } from '../../model/site-config.ts';
import type { SiteConfig } from '../../model/site-config.ts';
import { readYamlFile } from '../../reading/read-yaml-file.ts';
import { pathAsStaffSeeIt } from '../../reading/staff-path.ts';
import { palette } from '../../site/theme.ts';

export interface DeskSettings {
  columns: readonly Column[];
  config: SiteConfig;
}

/**
 * @param content absolute path
 * @returns undefined where one of them cannot be read
 */
export async function deskSettings(content: string): Promise<DeskSettings | undefined> {
  const staffPath = pathAsStaffSeeIt(content);
  const at = (name: string) => [join(content, name), staffPath(join(content, name))] as const;
  const columns = await readYamlFile(...at('columns.yaml'), columnsSchema);
  const site = await readYamlFile(...at('site.yaml'), siteSchema);
  return columns.value && site.value ? { columns: columns.value, config: site.value } : undefined;
}

/** A style sheet; empty where the settings cannot be read: the desk has colours of its own. */
export async function deskColours(content: string): Promise<string> {
  const settings = await deskSettings(content);
  if (!settings) return '';
  const { bar, barHover, wash } = palette(settings.config.colour, 'light');
  // Twice named, so that it holds before and behind the sheets whose colours it exchanges.
  return `:root:root { --brand: ${bar}; --brand-dark: ${barHover}; --wash: ${wash}; }\n`;
}
