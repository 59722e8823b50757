/** Asks the presence map which shards may hold the terms of a query. */
import { bucketOf, shardsHolding } from '../../search/presence.ts';
import type { Form, QueryPlan, Term } from '../../search/query-plan.ts';
import type { PresenceLayer, ShardList } from '../../search/shard-list.ts';
import { presenceTokenOf } from '../../search/tokens.ts';

export interface Presence {
  /** The shards (places in the list) that may hold an answer, newest first. */
  shards: number[];
  /** The terms that no shard holds. */
  absent: Term[];
}

/** @param base the absolute address of the index, ends with `/` */
export function presenceMap(
  base: string,
  { layers, shards }: ShardList,
): (plan: QueryPlan) => Promise<Presence> {
  const loaded = new Map<string, Promise<Uint8Array>>();
  const load = (address: string): Promise<Uint8Array> => {
    const bytes = loaded.get(address) ?? fetchBytes(address);
    loaded.set(address, bytes);
    bytes.catch(() => loaded.delete(address));
    return bytes;
  };
  const inLayer = async (layer: PresenceLayer, token: string): Promise<boolean[]> => {
    const address = `${base}${layer.path}${bucketOf(token, layer.buckets)}.bin`;
    return shardsHolding(token, await load(address), layer.count);
  };
  /** Of each shard, whether it may hold the form. */
  const holding = async (form: Form): Promise<boolean[]> => {
    const answers = await Promise.all(
      askedTokens(form).map(async (token) => {
        const parts = await Promise.all(layers.map((layer) => inLayer(layer, token)));
        return parts.flat();
      }),
    );
    return shards.map((_, shard) => answers.every((answer) => answer[shard] ?? true));
  };
  const anyForm = async ({ forms }: Term): Promise<boolean[]> => {
    const answers = await Promise.all(forms.map(holding));
    return shards.map((_, shard) => answers.some((answer) => answer[shard]));
  };
  return async ({ terms }) => {
    const answers = await Promise.all(terms.map(anyForm));
    return {
      shards: shards.flatMap((_, at) => (answers.every((answer) => answer[at]) ? [at] : [])),
      absent: terms.filter((_, at) => !answers[at]?.includes(true)),
    };
  };
}

/** Each is a small file to load. The first and the last rule out nearly all that all would: in a word of more than three characters they share none. */
function askedTokens({ tokens: { phrases, beginnings } }: Form): string[] {
  const begun = beginnings.map(presenceTokenOf).filter((token) => token !== undefined);
  const askable = [...phrases.flat(), ...begun];
  const [first, last] = [askable[0], askable.at(-1)];
  return first === undefined || last === undefined ? [] : [...new Set([first, last])];
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return new Uint8Array(await response.arrayBuffer());
}
