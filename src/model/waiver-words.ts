/** How remedies send to the ledger of waivers, for whoever edits files; other places say it in their own words. */
export const ENTERED = '在 content/waivers.yaml 里登记';
/** Of what needs two persons. */
export const ENTERED_BY_TWO = '请两个人在 content/waivers.yaml 登记';
