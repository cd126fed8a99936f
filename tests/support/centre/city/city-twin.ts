import type { CityWay } from '../../../../electron/desk/core/ports.ts';
import { readCityCode, writeCityCode } from '../../../../electron/exchange/city/code.ts';
import { headOf, markOf, noHead } from '../../../../electron/exchange/city/facts.ts';
import type { CityHello, CityLink, ToldHead, WriterHead } from '../../../../electron/exchange/city/link.ts';

/** A city in memory, of one centre: it answers as the database does (`electron/exchange/city/schema.ts`), as far as a desk sees it. */
export type CityTwin = {
  /** The end of the certificate that it shows, milliseconds since 1970. */
  certificateUntil?: number;
  readonly way: CityWay;
  readonly code: string;
  readonly held: Map<string, ToldHead & { pass: number }>;
  /** How often it was told everything. */
  done: number;
  /** The day on which its register began, as it said last. */
  began: string | null;
  readonly hello: Partial<CityHello>;
  /** Thrown by the next call of that name. */
  readonly breaks: Map<keyof CityLink, Error>;
};

export function cityTwin(centre: string, now: () => number): CityTwin {
  const held: CityTwin['held'] = new Map();
  const writers = new Map<string, WriterHead>();
  let practice: boolean | null = null;
  const place = { addresses: ['twin:1'], fingerprint: 'ab'.repeat(32), database: 'city', role: 'ward', secret: 'word' };
  const standing = () => [...held.values()].filter(({ live }) => live > 0);
  const link: CityLink = {
    enter: async (_, isPractice) => (practice ??= isPractice) === isPractice,
    hello: async (desk) => ({
      generation: 'one',
      version: 1,
      now: now(),
      centre,
      practice,
      writer: writers.get(desk) ?? null,
      cases: standing().length,
      marks: standing().reduce((sum, { head }) => sum + markOf(head), 0),
      ...twin.hello,
    }),
    tellWriter: async (desk, _, head) => (writers.set(desk, head), true),
    heads: async (keys) => keys.flatMap((key) => held.get(key.toString('hex')) ?? []),
    append: async (facts) =>
      facts.map(({ key, first, over, prev, head, cash, steps }) => {
        const before = held.get(key.toString('hex')) ?? { key, n: 0, live: 0, head: noHead, cash: false, pass: 0 };
        if (before.head.equals(head)) return { is: 'have' };
        if (first !== before.n + 1) return { is: 'gap' };
        if (!before.head.equals(prev)) return { is: 'forked' };
        const live = over < first ? steps.length : before.live + steps.length;
        held.set(key.toString('hex'), { ...before, n: before.n + steps.length, live, head, cash });
        return { is: 'taken' };
      }),
    confirm: async (pass, keys) => {
      for (const key of keys) Object.assign(held.get(key.toString('hex')) ?? {}, { pass });
    },
    settle: async (pass) => {
      const gone = standing().filter((one) => one.pass !== pass);
      for (const one of gone)
        held.set(one.key.toString('hex'), { ...one, live: 0, head: headOf([], false), cash: false });
      return gone.length;
    },
    begins: async (day) => void (twin.began = day),
    done: async () => void (twin.done += 1),
    leave: async () => undefined,
    end: async () => undefined,
  };
  const breaks: CityTwin['breaks'] = new Map();
  const breaking = new Proxy(link, {
    get: (of, name: keyof CityLink) => {
      const error = breaks.get(name);
      if (error === undefined) return of[name];
      breaks.delete(name);
      return () => Promise.reject(error);
    },
  });
  const twin: CityTwin = {
    way: {
      readCode: async (text) => readCityCode(text),
      newSecret: async () => 'new',
      spendCode: async () => undefined,
      openCity: async () =>
        twin.certificateUntil === undefined
          ? breaking
          : Object.assign(Object.create(breaking), { certificateUntil: twin.certificateUntil }),
    },
    code: writeCityCode({ centre, place }),
    held,
    done: 0,
    began: null,
    hello: {},
    breaks,
  };
  return twin;
}
