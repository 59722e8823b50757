/** 中文：脚本说的话。 */
import type { ScriptLabels } from '../script-labels.ts';
import * as gallery from './scripts/gallery.ts';
import * as leaving from './scripts/leaving.ts';
import * as nearSearches from './scripts/near-searches.ts';
import * as offers from './scripts/offers.ts';
import * as otherSearches from './scripts/other-searches.ts';
import * as pictures from './scripts/pictures.ts';
import * as reader from './scripts/reader.ts';
import * as results from './scripts/results.ts';
import * as tools from './scripts/tools.ts';
import * as viewer from './scripts/viewer.ts';
import * as views from './scripts/views.ts';

export const scripts: ScriptLabels = {
  gallery,
  leaving,
  nearSearches,
  offers,
  otherSearches,
  pictures,
  reader,
  results,
  tools,
  viewer,
  views,
};
