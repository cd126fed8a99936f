import type { HubPlace } from '../hub/code.ts';
import { HubFault } from '../hub/link.ts';
import type { Now } from '../hub/pinned.ts';
import { type HubSession, openSession, valueOf } from '../hub/session.ts';
import { headOf } from './facts.ts';
import type { CityAnswer, ToldCase, CityHello, CityLink } from './link.ts';
import { oldestCity } from './rules.ts';

/** Opens a centre's connection to its city. Faults: those of the way (`HubFault`), hub-other-version, hub-refused. */
export async function openCity(place: HubPlace, now?: Now): Promise<CityLink> {
  const session = await openSession(place, now);
  try {
    const [told] = await session.ask<{ version: number | null }>('SELECT city.version() AS version');
    // A later city answers to every call of an earlier one, and is told what one of before asks for: 168 wards are not brought up in one night.
    const version = told?.version ?? 0;
    if (version < oldestCity) throw new HubFault('hub-other-version');
    return linkOver(session, version);
  } catch (error) {
    await session.end();
    throw error;
  }
}

const answers: ReadonlySet<string> = new Set(['taken', 'have', 'gap', 'forked', 'malformed']);

function linkOver(session: HubSession, version: number): CityLink {
  const one = valueOf(session);

  return {
    certificateUntil: session.certificateUntil,
    enter: (desk, practice) => one<boolean>('city.enter($1, $2)', [desk, practice]),
    hello: async (desk) => {
      type Told = Omit<CityHello, 'writer'> & { readonly writer: readonly [number, string] | null };
      const { writer, ...told } = await one<Told>('city.hello($1)', [desk]);
      return { ...told, writer: writer && { seq: writer[0], head: Buffer.from(writer[1], 'hex') } };
    },
    tellWriter: (desk, before, now) =>
      one<boolean>('city.tell_writer($1, $2, $3, $4, $5)', [
        desk,
        before?.seq ?? null,
        before?.head ?? null,
        now.seq,
        now.head,
      ]),
    heads: async (keys) => {
      type Row = { case_key: Buffer; n: number; live: number; head: Buffer; cash: boolean };
      const rows = await session.ask<Row>('SELECT * FROM city.heads($1)', [keys]);
      return rows.map(({ case_key: key, ...rest }) => ({ key, ...rest }));
    },
    append: async (facts) => {
      const told = await one<readonly string[]>('city.append($1)', [JSON.stringify(facts.map(plain))]);
      if (told.length !== facts.length || !told.every((is) => answers.has(is))) throw new HubFault('hub-broken');
      return told.map((is) => ({ is }) as CityAnswer);
    },
    confirm: async (pass, keys) => {
      await one('city.confirm($1, $2)', [pass, keys]);
    },
    settle: (pass) => one<number>('city.settle($1, $2)', [pass, headOf([], false)]),
    begins: async (day) => {
      if (version >= 2) await one('city.begins($1)', [day]);
    },
    done: async () => {
      await one('city.done()');
    },
    leave: async () => {
      await one('city.leave()');
      await session.ask('ALTER ROLE CURRENT_USER PASSWORD NULL');
    },
    end: () => session.end(),
  };
}

function plain({ key, first, over, prev, head, cash, steps }: ToldCase): readonly unknown[] {
  return [key.toString('hex'), first, over, prev.toString('hex'), head.toString('hex'), cash, steps];
}
