/** The rules of what a text names, and of the site as a whole. */
import type { Rule } from '../model/rule.ts';
import { changeDateRule } from './change-dates.ts';
import { missingFileRule, unfitFileRule } from './body-files.ts';
import { columnPageRule, noColumnRule, parentRule, slugTwiceRule } from './column-checks.ts';
import {
  consultationColumnRule,
  passingResultRule,
  resultArticleRule,
} from './consultation-links.ts';
import { earlyResultRule, noResultRule } from './consultation-results.ts';
import { documentEndedRule } from './document-ended.ts';
import { namedDocumentRule, numberTwiceRule, passingDocumentRule } from './document-links.ts';
import { galleryRule } from './gallery-pictures.ts';
import { homeColumnRule, idTwiceRule, unknownColumnRule } from './cross-checks.ts';
import { insideAddressRule } from './inside-addresses.ts';
import { deadLinkRule, passingLinkRule } from './internal-links.ts';
import { obstacleRule } from './obstacle-rule.ts';
import { pictureNewsRule } from './picture-news.ts';
import { privateNameRule, privateSettingRule } from './private-names.ts';
import { repeatedTitleRule } from './repeated-title.ts';
import { TEXT_RULES } from './text/text-checks.ts';
import { unnamedFileRule } from './unnamed-files.ts';
import { videoColumnRule } from './video-columns.ts';
import { wordingRule } from './wording.ts';

export const CHECK_RULES: readonly Rule[] = [
  changeDateRule,
  missingFileRule,
  unfitFileRule,
  noColumnRule,
  slugTwiceRule,
  parentRule,
  columnPageRule,
  idTwiceRule,
  unknownColumnRule,
  homeColumnRule,
  documentEndedRule,
  numberTwiceRule,
  namedDocumentRule,
  passingDocumentRule,
  earlyResultRule,
  noResultRule,
  resultArticleRule,
  passingResultRule,
  consultationColumnRule,
  insideAddressRule,
  deadLinkRule,
  passingLinkRule,
  obstacleRule,
  galleryRule,
  pictureNewsRule,
  privateNameRule,
  privateSettingRule,
  videoColumnRule,
  repeatedTitleRule,
  unnamedFileRule,
  wordingRule,
  ...TEXT_RULES,
];
