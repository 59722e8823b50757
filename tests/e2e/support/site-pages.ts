/** The kinds of page that readers meet, as paths of the sample site and addresses. */
export const ARTICLE = 'xwzx/tpxw/202603/20260305-video-conference/';
export const TABLES = 'zwgk/zcfg/202409/20240911-fuel-quota-rules/';
/** An official document that was replaced, one that is explained, and what explains it. */
export const REPEALED = 'zwgk/zcfg/202407/20240703-emc-interim-measures/';
export const DOCUMENT = 'zwgk/zcfg/202603/20260325-emc-project-rules/';
export const INTERPRETATION = 'zwgk/zcfg/202604/20260408-emc-rules-explained/';
/** A consultation whose time is over, and the result of it; one that is open for some weeks of 2026. */
export const ANSWERED = 'hdjl/yjzj/202609/20260901-canteen-open-draft/';
export const RESULT = 'hdjl/yjzj/202610/20261026-canteen-open-feedback/';
export const CONSULTATION = 'hdjl/yjzj/202611/20261105-shared-parking-draft/';
export const GALLERY = 'xwzx/tpxw/202512/20251225-logistics-day/';
export const VIDEO = 'xwzx/spbd/202609/20260903-canteen-video/';
export const CORRECTED = 'zwgk/tzgg/202611/20261118-winter-heating/';
export const ATTACHMENTS = 'zwgk/tzgg/202610/20261014-model-unit-application/';

/** Name and address of each; `other` is the second bureau's home. */
export function pageKinds(sample: string, other: string): readonly (readonly [string, string])[] {
  return [
    ['home', sample],
    ['column', `${sample}xwzx/gzdt/`],
    ['picture news', `${sample}xwzx/tpxw/`],
    ['article', sample + ARTICLE],
    ['article with attachments', sample + ATTACHMENTS],
    ['article with tables and footnotes', sample + TABLES],
    ['article with a correction', sample + CORRECTED],
    ['official document', sample + DOCUMENT],
    ['repealed document', sample + REPEALED],
    ['interpretation', sample + INTERPRETATION],
    ['policy documents', `${sample}zwgk/zcfg/`],
    ['register', `${sample}zwgk/zcfg/register/`],
    ['register by theme', `${sample}zwgk/zcfg/register/themes/`],
    ['consultation', sample + CONSULTATION],
    ['answered consultation', sample + ANSWERED],
    ['result of a consultation', sample + RESULT],
    ['consultations', `${sample}hdjl/yjzj/`],
    ['gallery', sample + GALLERY],
    ['video', sample + VIDEO],
    ['videos', `${sample}xwzx/spbd/`],
    ['MDX article', `${sample}ywgz/ggjn/202606/20260610-energy-week/`],
    ['single page', `${sample}zwgk/jgzn/`],
    ['topic', `${sample}topics/energy-week/`],
    ['list of topics', `${sample}topics/`],
    ['search', `${sample}search/?q=${encodeURIComponent('节能')}`],
    ['site map', `${sample}sitemap/`],
    ['corrections', `${sample}corrections/`],
    ['404', `${sample}no/such/page/`],
    ['another bureau', other],
  ];
}

/** An expression for a page of these: search has answered, where there is one. */
export const isReady =
  '!document.querySelector("search-page") || document.querySelector("[data-results] li")';
