/** What a request carries, within bounds. */

/** Bytes of a file: what the build can hold. */
const LARGEST_FILE = 100 * 1024 * 1024;
const LARGEST_JSON = 8 * 1024 * 1024;

/** @returns undefined for more than is taken */
export async function bytesOf(
  request: Request,
  most = LARGEST_FILE,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  if (!request.body) return new Uint8Array();
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** @returns undefined for what is no object */
export async function jsonOf(request: Request): Promise<Record<string, unknown> | undefined> {
  const bytes = await bytesOf(request, LARGEST_JSON);
  if (!bytes) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The texts by name that an object holds; what is none is left out. */
export function textsIn(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
