/** A file's name as the address of a Markdown link or picture. */
export function linkTo(name: string): string {
  const address = name.replaceAll(/[%#?<>\\]/g, encodeURIComponent);
  return /[\s()]/.test(address) ? `<${address}>` : address;
}
