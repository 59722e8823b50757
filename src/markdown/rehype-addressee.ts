/** 主送机关: whom an official text is sent to stands flush with the edge, as GB/T 9704 has it. */
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';

/** Names and nothing else: a sentence that ends so (现将有关事项通知如下：, 参加会议的单位：) is none. */
const NAMES = /^(?!.*的)[\p{Script=Han}（）()、，,· \u3000]{2,160}[：:]$/u;
const BRACKETS = /（[^（）]*）|\([^()]*\)/gu;
/** What offices, and those who are spoken to, are called; 各委、办、厅、局 is a list of kinds. */
const NAMED =
  /(?:局|厅|委|会|办|室|处|科|部|院|署|所|站|队|中心|政府|公署|公司|集团|机关|单位|部门|机构|企业|学校|大学|银行|团体|组织|同志们|同志|代表|委员|朋友们|朋友|居民|市民|群众)$|^各(?:地|州|市|县|区|乡|镇|村|街道|社区)+$/u;

/** Where a line may be one. */
export const ADDRESSEE_SIGN = /[：:&]/;

/** Marks the first paragraph, or the one below the number of the document, where it is nothing but names. */
export function rehypeAddressee() {
  return (tree: Root): void => {
    const blocks = tree.children.filter((node) => node.type === 'element');
    const paragraph = blocks.find((block) => !isDocumentNumber(block));
    const isBegun = paragraph !== undefined && blocks.indexOf(paragraph) < 2;
    if (!isBegun || paragraph.tagName !== 'p' || paragraph === blocks.at(-1)) return;
    if (isAddressee(toString(paragraph).trim())) paragraph.properties['className'] = ['addressee'];
  };
}

/** Whether a line is made of names of those who are addressed. */
export function isAddressee(line: string): boolean {
  if (!NAMES.test(line)) return false;
  const names = line
    .slice(0, -1)
    .replaceAll(BRACKETS, '')
    .split(/[、，, \u3000]+/)
    .filter((name) => name !== '');
  return names.length > 0 && names.every((name) => NAMED.test(name));
}

function isDocumentNumber({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('document-number');
}
