/** The article to which a file belongs, by its path as git says it. */
export function idOfPath(path: string): string | undefined {
  return /articles\/\d{4}\/([^/]+?)(?:\.mdx?)?(?:\/|$)/.exec(path)?.[1];
}
