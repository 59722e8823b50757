/**
 * What style sheets use that went into Chromium after version 100 (March 2022), and a page as it is without that. Read from the
 * tree that the browser makes of the sheets; what it drops of them, no Chromium knows.
 */

/** By what the browser calls a rule. */
const LATER_RULES: Readonly<Record<string, string>> = {
  CSSContainerRule: '@container (105)',
  CSSMarginRule: '@page margin boxes (131)',
  CSSScopeRule: '@scope (118)',
  CSSStartingStyleRule: '@starting-style (117)',
  CSSViewTransitionRule: '@view-transition (126)',
  CSSPositionTryRule: '@position-try (125)',
  CSSFunctionDeclarations: '@function (139)',
  CSSNestedDeclarations: 'nesting (120)',
};

/** Within a selector. */
const LATER_SELECTORS: readonly (readonly [RegExp, string])[] = [
  [/:has\(/, ':has() (105)'],
  [/:nth-(?:last-)?child\([^)]* of /, ':nth-child(… of …) (111)'],
  [
    /:(?:modal|autofill|user-valid|user-invalid|dir|popover-open|open|state)\b/,
    'a later pseudo-class',
  ],
  [
    /::(?:details-content|view-transition|highlight|target-text|scroll-button|picker)/,
    'a later pseudo-element',
  ],
  [/&/, 'nesting (120)'],
];

/** Within a value. */
const LATER_VALUES: readonly (readonly [RegExp, string])[] = [
  [/\d[dsl]v(?:h|w|i|b|min|max)\b/, 'dvh, svh, lvh (108)'],
  [/\dcq(?:w|h|i|b|min|max)\b/, 'cqw and its kin (105)'],
  [/\dr?lh\b/, 'lh (109)'],
  [
    /\b(?:color-mix|oklch|oklab|lch|lab|color|light-dark|linear|round|mod|rem|sin|cos|tan|sqrt|pow|abs|sign|anchor|xywh|rect|image-set|sibling-index)\(/,
    'a later function',
  ],
  [/\b(?:subgrid|auto-phrase|stretch|allow-discrete)\b/, 'a later word'],
];

/** Properties, with the version that brought them. */
const LATER_PROPERTIES: Readonly<Record<string, number>> = {
  'anchor-name': 125,
  'animation-composition': 112,
  'animation-timeline': 115,
  container: 105,
  'container-name': 105,
  'container-type': 105,
  'corner-shape': 139,
  'field-sizing': 123,
  'font-palette': 101,
  'font-size-adjust': 127,
  'font-variant-alternates': 111,
  'hyphenate-limit-chars': 109,
  'initial-letter': 110,
  'interpolate-size': 129,
  mask: 120,
  'mask-image': 120,
  'object-view-box': 104,
  'offset-path': 116,
  'position-anchor': 125,
  'print-color-adjust': 136,
  rotate: 104,
  scale: 104,
  'scrollbar-color': 121,
  'scrollbar-width': 121,
  'text-autospace': 140,
  'text-box': 133,
  'text-justify': 140,
  'text-spacing-trim': 123,
  'text-wrap': 114,
  'text-wrap-mode': 130,
  'text-wrap-style': 130,
  'transition-behavior': 117,
  translate: 104,
  'view-transition-name': 111,
  'white-space-collapse': 114,
  zoom: 126,
};

export const LATER = {
  rules: LATER_RULES,
  selectors: LATER_SELECTORS.map(([pattern, name]) => [pattern.source, name] as const),
  values: LATER_VALUES.map(([pattern, name]) => [pattern.source, name] as const),
  properties: LATER_PROPERTIES,
};

/**
 * Runs in a page. Takes from its style sheets what is later, as a browser does that does not know it: the whole rule where
 * it is the selector, else the declaration. Heights of the window are taken by `vh`, which stands before them (a test).
 * @returns what was taken away, sorted
 */
export function forgetLater({ rules, selectors, values, properties }: typeof LATER): string[] {
  const found = new Set<string>();
  const isLaterSelector = (text: string): boolean => {
    const known = selectors.filter(([pattern]) => new RegExp(pattern).test(text));
    for (const [, name] of known) found.add(name);
    return known.length > 0;
  };
  // As they were written: a shorthand has parts that came later, at their first value.
  const cleanStyle = (style: CSSStyleDeclaration): void => {
    for (const [, name = ''] of style.cssText.matchAll(/(?:^|;\s*)([a-z-]+)\s*:/g)) {
      const value = style.getPropertyValue(name);
      const later = values.filter(([pattern]) => new RegExp(pattern).test(value));
      const version = properties[name];
      if (version !== undefined) found.add(`${name} (${version})`);
      for (const [, what] of later) found.add(what);
      if (version !== undefined) style.removeProperty(name);
      else if (later.length > 0) {
        const inVh = value.replace(/([\d.]+)[dsl]v([hwib])\b/g, '$1v$2');
        if (inVh === value) style.removeProperty(name);
        else style.setProperty(name, inVh, style.getPropertyPriority(name));
      }
    }
  };
  const clean = (parent: CSSStyleSheet | CSSGroupingRule): void => {
    for (let at = parent.cssRules.length - 1; at >= 0; at -= 1) {
      const rule = parent.cssRules[at];
      if (!rule) continue;
      const later = rules[rule.constructor.name];
      if (later !== undefined) {
        found.add(later);
        parent.deleteRule(at);
        continue;
      }
      if ('media' in rule && /[<>]/.test((rule as CSSMediaRule).media.mediaText)) {
        found.add('ranges in @media (104)');
        parent.deleteRule(at);
        continue;
      }
      if (rule instanceof CSSStyleRule && isLaterSelector(rule.selectorText)) {
        parent.deleteRule(at);
        continue;
      }
      if ('style' in rule) cleanStyle(rule.style as CSSStyleDeclaration);
      if ('cssRules' in rule) clean(rule as CSSGroupingRule);
    }
  };
  for (const sheet of document.styleSheets) clean(sheet);
  return [...found].toSorted();
}
