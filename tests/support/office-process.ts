/** A desk of an office as a process that may be ended at any moment. Its first line is its address. */
import { startDesk } from '../../src/desk/server/desk-server.ts';
import { siteOptions } from '../../src/output/options.ts';
import { aPreview } from './a-preview.ts';

const [content = '', files = '', people = ''] = process.argv.slice(2);
const running = await startDesk({
  options: siteOptions({ content, public: files, now: '2026-11-25 09:00' }),
  isFixed: true,
  publisher: undefined,
  preview: await aPreview((error) => console.error(error)),
  port: 0,
  office: { people, host: '127.0.0.1', names: [], isBehindProxy: false, previewPort: 0 },
  onStranger: () => undefined,
  onFailure: (error) => console.error(error),
});
console.log(running.address);
