/** Whether a reader already has what it asks for (RFC 9110 §13). */

/** What tells one state of a file from the next. */
export interface Validators {
  /** Strong, with its quotes. */
  etag: string;
  /** As the Last-Modified header has it. */
  lastModified: string;
}

/** Whether the answer to a GET or HEAD is 304 Not Modified. */
export function isNotModified(headers: Headers, { etag, lastModified }: Validators): boolean {
  const tags = headers.get('If-None-Match');
  if (tags !== null) {
    return tags.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
  }
  const since = Date.parse(headers.get('If-Modified-Since') ?? '');
  return Date.parse(lastModified) <= since;
}

/** Whether a Range header may be followed: not when If-Range names another state of the file. */
export function isRangeValid(headers: Headers, { etag, lastModified }: Validators): boolean {
  const condition = headers.get('If-Range');
  return condition === null || condition === etag || condition === lastModified;
}
