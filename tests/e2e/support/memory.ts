import type { CDPSession, Page } from '@playwright/test';

/**
 * What a window holds once everything that nobody holds any more is thrown away. `bytes` are those of the product's own objects, closures, arrays and words:
 * what the engine compiles as it learns which code is hot comes in thousands of kilobytes, for some hundred receptions, and is no leak.
 */
export type Held = {
  readonly bytes: number;
  readonly nodes: number;
  readonly listeners: number;
  /** The whole heap, compiled code with it. */
  readonly heap: number;
  /** How many things of each kind, to say of what there are more. */
  readonly kinds: ReadonlyMap<string, number>;
};

type Snapshot = {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly [readonly string[]] };
  };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
};

const ours = new Set(['object', 'closure', 'array', 'string', 'concatenated string', 'sliced string', 'regexp']);
const words = new Set(['string', 'concatenated string', 'sliced string']);

async function snapshotOf(session: CDPSession): Promise<Snapshot> {
  const parts: string[] = [];
  const keep = ({ chunk }: { readonly chunk: string }) => void parts.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', keep);
  return JSON.parse(parts.join('')) as Snapshot;
}

function sum({ snapshot: { meta }, nodes, strings }: Snapshot): Pick<Held, 'bytes' | 'kinds'> {
  const [types] = meta.node_types;
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => meta.node_fields.indexOf(field));
  const kinds = new Map<string, number>();
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += meta.node_fields.length) {
    const is = types[nodes[at + type!]!]!;
    if (!ours.has(is)) continue;
    bytes += nodes[at + size!]!;
    const kind = words.has(is) ? is : `${is} ${strings[nodes[at + name!]!]}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return { bytes, kinds };
}

/** Asks a window for what it holds, as often as one wants to know. */
export async function memoryOf(page: Page): Promise<() => Promise<Held>> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  return async () => {
    // What is let go in one round frees what it held only in the next.
    for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    return { ...sum(await snapshotOf(session)), nodes, listeners: jsEventListeners, heap: usedSize };
  };
}

/** Of what there is more than before, the most first: what a failing test says. */
export function moreOf(before: Held, after: Held): string {
  const grown = [...after.kinds].map(([kind, count]) => ({ kind, more: count - (before.kinds.get(kind) ?? 0) }));
  const most = grown.toSorted((one, other) => other.more - one.more).slice(0, 12);
  return most.map(({ kind, more }) => `${more} ${kind}`).join(', ');
}
