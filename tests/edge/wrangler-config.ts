/** `deploy/wrangler.jsonc`, the very file that is deployed with, for workerd on this machine. */
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { MiniflareOptions } from 'miniflare';
import ts from 'typescript';
import { z } from 'zod';
import { bundle } from './bundle.ts';

const PROJECT = join(import.meta.dirname, '../..');
const FILE = join(PROJECT, 'src/server/deploy/wrangler.jsonc');

/** What is used of wrangler's configuration; a key that is not handed on to workerd is refused here. */
const schema = z.strictObject({
  name: z.string(),
  main: z.string(),
  compatibility_date: z.string(),
  assets: z.strictObject({
    directory: z.string(),
    binding: z.string(),
    not_found_handling: z.enum(['404-page', 'single-page-application', 'none']),
  }),
  durable_objects: z.strictObject({
    bindings: z.array(z.strictObject({ name: z.string(), class_name: z.string() })),
  }),
  migrations: z.array(z.strictObject({ tag: z.string(), new_sqlite_classes: z.array(z.string()) })),
  vars: z.record(z.string(), z.string()),
});

export interface WranglerConfig extends z.output<typeof schema> {
  /** The folder of pages, whole. */
  assetsFolder: string;
  /** The program, from the project's folder. */
  mainPath: string;
}

/** Reads it as wrangler does: JSON with comments, paths beside the file. */
export async function readWranglerConfig(): Promise<WranglerConfig> {
  const { config, error } = ts.parseConfigFileTextToJson(FILE, await readFile(FILE, 'utf8'));
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const read = schema.parse(config);
  const beside = (path: string) => resolve(dirname(FILE), path);
  return {
    ...read,
    assetsFolder: beside(read.assets.directory),
    mainPath: relative(PROJECT, beside(read.main)),
  };
}

/** The same for workerd; only the pages are those of `dist`. */
export async function workerdOptions(dist: string): Promise<MiniflareOptions> {
  const config = await readWranglerConfig();
  const onSqlite = new Set(config.migrations.flatMap((step) => step.new_sqlite_classes));
  const objects = config.durable_objects.bindings.map(({ name, class_name: className }) => [
    name,
    { className, useSQLite: onSqlite.has(className) },
  ]);
  return {
    name: config.name,
    modules: true,
    script: await bundle(config.mainPath),
    compatibilityDate: config.compatibility_date,
    assets: {
      directory: dist,
      binding: config.assets.binding,
      routerConfig: { has_user_worker: true },
      assetConfig: { not_found_handling: config.assets.not_found_handling },
    },
    durableObjects: Object.fromEntries(objects),
    bindings: config.vars,
  };
}
