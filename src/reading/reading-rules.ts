/** The rules of files and folders, of front matter and of public/. */
import type { Rule } from '../model/rule.ts';
import { dateInNameRule, expiryRule } from './article-dates.ts';
import { articleNameRule, missingTextRule, notAnArticleRule } from './article-names.ts';
import { consultationDatesRule, consultationShortRule } from './consultation-issues.ts';
import { documentDateRule, documentNumberRule, documentStateRule } from './document-issues.ts';
import { articlePlaceRule, twoTextsRule } from './find-files.ts';
import { linkRule, unreadableNameRule } from './folder-entries.ts';
import { formRule } from './front-matter-form.ts';
import { markerRule } from './front-matter-markers.ts';
import { trapRule } from './front-matter-traps.ts';
import { noFieldsRule } from './front-matter.ts';
import { litterRule } from './litter-with-text.ts';
import { copyRule } from './litter.ts';
import { noContentRule } from './load-content.ts';
import { publicContentsRule } from './public-contents.ts';
import { dotFileRule, suspectNameRule, unfitPublicRule } from './public-files.ts';
import { publicPictureRule } from './public-pictures.ts';
import { pageNameRule } from './read-pages.ts';
import { tooManyTopicsRule, topicFileRule, topicNameRule } from './read-topics.ts';
import { emptySettingsRule, longSettingsRule, missingSettingsRule } from './read-yaml-file.ts';
import { remarkRule } from './remarks-behind-text.ts';
import { secondFrontMatterRule } from './second-front-matter.ts';
import { settingsLineRule } from './settings-traps.ts';
import { sitePictureRule } from './site-files.ts';
import { conflictRule, lostCharacterRule, overrideRule } from './text-damage.ts';
import { expiredWaiverRule, longWaiverRule, notWaivableRule, unusedWaiverRule } from './waivers.ts';
import { encodingRule, notTextRule, tooLargeTextRule } from './text-file.ts';

export const READING_RULES: readonly Rule[] = [
  dateInNameRule,
  expiryRule,
  documentNumberRule,
  documentDateRule,
  documentStateRule,
  consultationDatesRule,
  consultationShortRule,
  articleNameRule,
  missingTextRule,
  notAnArticleRule,
  articlePlaceRule,
  twoTextsRule,
  unreadableNameRule,
  linkRule,
  markerRule,
  trapRule,
  noFieldsRule,
  formRule,
  litterRule,
  copyRule,
  noContentRule,
  publicContentsRule,
  unfitPublicRule,
  dotFileRule,
  suspectNameRule,
  publicPictureRule,
  pageNameRule,
  topicNameRule,
  topicFileRule,
  tooManyTopicsRule,
  missingSettingsRule,
  emptySettingsRule,
  longSettingsRule,
  remarkRule,
  secondFrontMatterRule,
  settingsLineRule,
  sitePictureRule,
  conflictRule,
  lostCharacterRule,
  overrideRule,
  notTextRule,
  tooLargeTextRule,
  encodingRule,
  expiredWaiverRule,
  unusedWaiverRule,
  longWaiverRule,
  notWaivableRule,
];
