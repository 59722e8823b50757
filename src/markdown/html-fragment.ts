/** Reads and writes HTML of bodies: pieces without `<html>` and `<body>`. */
import { rehype } from 'rehype';

export const htmlFragment = rehype().data('settings', { fragment: true }).freeze();
