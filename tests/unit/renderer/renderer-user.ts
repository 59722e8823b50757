/** A process of `kept-renderers.test.ts`: uses a renderer until it is killed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { findRenderer } from '../../../src/renderer/kept-renderers.ts';
import type { RendererInputs } from '../../../src/renderer/made-of.ts';

const [, , folder = '', inputs = ''] = process.argv;
const renderer = await findRenderer(folder, JSON.parse(inputs) as RendererInputs, () => 'same');
console.log(renderer?.engine);
await sleep(60_000);
renderer?.giveBack();
