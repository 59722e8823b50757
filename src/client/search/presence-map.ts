/** Asks the presence map which shards may hold the terms of a query. */
import { bucketOf, shardsHolding } from '../../search/presence.ts';
import type { Form, QueryPlan, Term } from '../../search/query-plan.ts';
import type { PresenceLayer, ShardList } from '../../search/shard-list.ts';
import { presenceTokenOf } from '../../search/tokens.ts';
import { triplesIn } from '../../search/triples.ts';

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
    const parts = await Promise.all(
      layers.map(async (layer) => {
        const asked = askedTokens(form, layer.hasTriples);
        const answers = await Promise.all(asked.map((token) => inLayer(layer, token)));
        return Array.from({ length: layer.count }, (_, at) => answers.every((of) => of[at]));
      }),
    );
    const known = parts.flat();
    return shards.map((_, shard) => known[shard] ?? true);
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

/** Each is a small file to load: the first, the middle and the last rule out nearly all that all would. */
function askedTokens({ tokens: { phrases, beginnings } }: Form, withTriples: boolean): string[] {
  const inPhrases = phrases.flatMap((words) => (withTriples ? withTriplesOf(words) : words));
  const begun = beginnings.map(presenceTokenOf).filter((token) => token !== undefined);
  const askable = [...inPhrases, ...begun];
  const middle = Math.floor(askable.length / 2);
  return [...new Set([askable[0], askable[middle], askable.at(-1)])].filter(
    (token) => token !== undefined,
  );
}

/** The triples of a row, and the words that are in none of them. */
function withTriplesOf(words: readonly string[]): string[] {
  const triples = triplesIn(words);
  return [...words.filter((word) => !triples.some((triple) => triple.includes(word))), ...triples];
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return new Uint8Array(await response.arrayBuffer());
}
