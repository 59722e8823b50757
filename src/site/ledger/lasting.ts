/** What a site owes to the addresses that it published once: where they lead now, and which are gone for good. */

/** An address that was published and is nobody's page now: it leads where its owner is. */
export interface FormerAddress {
  /** Below the base, decoded, with its first slash: `/xwzx/tpxw/202603/20260305-a/`. */
  address: string;
  /** As `to` in redirects.yaml: from the host's root, or a full address elsewhere. */
  to: string;
}

/** An address that was published and is gone for good. */
export interface EndedAddress {
  /** As of a former address. */
  address: string;
  /** What it was of, as it is called today; undefined where staff said no more than that it is withdrawn. */
  owner: string | undefined;
}

export interface LastingAddresses {
  former: readonly FormerAddress[];
  /** Their articles were withdrawn or have expired, or staff said so. */
  gone: readonly EndedAddress[];
  /**
   * For an article, `column:…`, `page:…` or `topic:…` that had another name when it was published first: that name. Views are counted
   * under it.
   */
  firstNames: ReadonlyMap<string, string>;
}

export const NOTHING_LASTING: LastingAddresses = { former: [], gone: [], firstNames: new Map() };

/** Those whose articles were renamed: what staff wrote of one may still have its former id. */
export function renamed({ former }: Pick<LastingAddresses, 'former'>): Map<string, FormerAddress> {
  const idAt = (path: string): string | undefined => /\/(\d{8}-[^/]+)\/$/.exec(path)?.[1];
  return new Map(
    former.flatMap((each) => {
      const was = idAt(each.address);
      const is = idAt(each.to);
      return was === undefined || is === undefined || was === is ? [] : [[was, each] as const];
    }),
  );
}

/** What pages ask of it: the tables of redirects, which may be long, are no page's. */
export function askedByPages(lasting: LastingAddresses): LastingAddresses {
  return { ...lasting, former: [...renamed(lasting).values()], gone: [] };
}
