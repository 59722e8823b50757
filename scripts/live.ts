/** What the place to publish to says of the last publication, for the desk, which asks in a process of its own: JSON. */
import { printableJson } from '../src/model/printable.ts';
import { liveRelease } from '../src/publish/release/live-release.ts';
import { readArguments } from './arguments.ts';
import { destination, explainPublishing } from './publish-arguments.ts';

const USAGE = `说网站上一次发布的是哪个提交，什么时候又有稿件到时间（写稿台用）；还没有发布过是 "never"。
  PUBLISH_TO=位置 node scripts/live.ts`;

const { site } = readArguments(USAGE, {}, 'options');
const { target } = await destination(undefined, USAGE, site);
const live = await liveRelease(target).catch((error: unknown) =>
  explainPublishing(error, site, target),
);
console.log(printableJson(live));
