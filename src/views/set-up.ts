/** What an operator sets, checked once at the start: whoever got it wrong is told which setting it is. */

export interface ViewSetUp {
  /** Where the site lives on its host: `/` or `/jgsw/`. */
  basePath: string;
  /** Origins whose pages may count and read, besides the counter's own: `https://www.example.gov.cn`. */
  origins: readonly string[];
  /** Requests of one network (IPv4 /24, IPv6 /64) in a minute. */
  requestsAMinute: number;
}

/** A setting that cannot be right: the message, in Chinese, is for whoever set it. */
export class WrongSetting extends Error {}

/** Ten a second from one network: a whole office behind one gateway reads less. */
export const DEFAULT_SET_UP: ViewSetUp = { basePath: '/', origins: [], requestsAMinute: 600 };

/**
 * Throws a `WrongSetting` when one cannot be right.
 * @param names how the settings are called where they were set, for the message
 */
export function checkSetUp(
  { basePath, origins, requestsAMinute }: ViewSetUp,
  names: Partial<Record<keyof ViewSetUp, string>> = {},
): void {
  const wrong = (key: keyof ViewSetUp, rule: string, got: string | number): Error =>
    new WrongSetting(`${names[key] ?? key} 要${rule}，现在写的是「${got}」。`);

  if (!/^\/([^/?#]+\/)*$/.test(basePath)) {
    throw wrong('basePath', '以 / 开头、以 / 结尾，例如 / 或 /jgsw/', basePath);
  }
  for (const origin of origins) {
    if (/^https?:/.test(origin) && URL.parse(origin)?.origin === origin) continue;
    throw wrong('origins', '写成 https://www.example.gov.cn 这样，结尾没有 /', origin);
  }
  if (!(requestsAMinute >= 1)) {
    throw wrong('requestsAMinute', '写 1 以上的数', requestsAMinute);
  }
}

/** The variables of a platform's environment that set the counter up, the same on every platform. */
const VARIABLES = {
  basePath: 'VIEWS_BASE_PATH',
  origins: 'VIEWS_ORIGINS',
  requestsAMinute: 'VIEWS_REQUESTS_A_MINUTE',
} as const satisfies Record<keyof ViewSetUp, string>;

/** Reads and checks the variables; the origins are separated by commas. */
export function setUpFrom(variables: Readonly<Record<string, unknown>>): ViewSetUp {
  const read = (key: keyof ViewSetUp): string | undefined => {
    const value = variables[VARIABLES[key]];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const setUp = {
    basePath: read('basePath') ?? DEFAULT_SET_UP.basePath,
    origins: read('origins')?.split(/\s*,\s*/) ?? DEFAULT_SET_UP.origins,
    requestsAMinute: Number(read('requestsAMinute') ?? DEFAULT_SET_UP.requestsAMinute),
  };
  checkSetUp(setUp, VARIABLES);
  return setUp;
}
