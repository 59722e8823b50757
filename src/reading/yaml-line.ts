/** A field on one line of YAML, in quotes where a sign of its words would be read. */

/** @param value may be in quotes already */
export function plainLine(key: string, value: string): string {
  return isPlain(value) ? `${key}: ${value}` : quotedLine(key, value);
}

export function quotedLine(key: string, value: string): string {
  return `${key}: ${quoted(value)}`;
}

/** A value between braces. */
export function flowValue(value: string): string {
  if (/^['"]/.test(value)) return value;
  return /[,[\]{}]/.test(value) || (value !== '' && !isPlain(value)) ? quoted(value) : value;
}

export function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function isPlain(value: string): boolean {
  return !/^[-?:,[\]{}#&*!|>'"%@`\s]|:\s|:$|\s#/.test(value);
}
