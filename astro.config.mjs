// Read by `astro build` and `astro check`; the scripts in package.json go through src/build/ directly.
import { defineConfig } from 'astro/config';
import { wholeSiteConfig } from './src/build/whole-site-config.ts';

export default defineConfig(wholeSiteConfig());
