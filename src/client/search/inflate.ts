/** Compressed files of the index as they were before. */

/**
 * @param form `deflate` is that of zlib
 * @throws (rejects) when the bytes are cut off or others
 */
export async function inflated(
  bytes: Uint8Array<ArrayBuffer>,
  form: 'deflate' | 'gzip',
): Promise<Uint8Array<ArrayBuffer>> {
  if ('DecompressionStream' in globalThis) {
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(form));
    return new Uint8Array(await new Response(plain).arrayBuffer());
  }
  // Safari before 16.4, Firefox before 113.
  const { inflatedByItself } = await import('./inflate-by-itself.ts');
  return inflatedByItself(bytes, form);
}
