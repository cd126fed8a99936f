import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A fault put into the courier on purpose: a simulation that does not see it proves nothing. */
export type Mutant = {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The tests that see it, the quickest; left out: the simulation. */
  readonly by?: string;
};

const desk = 'electron/desk/centre/hub';

export const mutants: readonly Mutant[] = [
  {
    name: 'a fork is not looked for',
    file: `${desk}/courier/outgoing.ts`,
    from: 'head !== undefined && !head.head.equals(place.hash)',
    to: 'false',
  },
  {
    name: 'an answer that the chain forked is taken for a yes',
    file: `${desk}/courier/outgoing.ts`,
    from: `throw new Stopped('hub-desk-copied', { desk: ownCode });`,
    to: 'break;',
    by: 'tests/desk/centre/hub/going-on/brought-back.test.ts',
  },
  {
    name: 'what the hub lacks is not sent again',
    file: `${desk}/courier/outgoing.ts`,
    from: `const seq = head?.seq ?? 0;`,
    to: `const seq = pushed.seq;`,
    by: 'tests/desk/centre/hub/trouble.test.ts',
  },
  {
    name: 'read on from where another hub was',
    file: `${desk}/courier/outgoing.ts`,
    from: 'return seq === lookedUpTo.seq ? Math.max(row, lookedUpTo.row) : row;',
    to: 'return Math.max(row, lookedUpTo.row);',
    by: 'tests/desk/centre/hub/trouble.test.ts',
  },
  {
    name: 'rows of others are not kept',
    file: `${desk}/courier/incoming.ts`,
    from: `row.desk === uuid ? keepCut(into, row.lastSeq) : keepRow(into, { ...outsideOf(row), uuid: row.desk }),`,
    to: `keepCut(into, row.lastSeq),`,
    by: 'tests/desk/centre/hub/going-on/goes-on.test.ts',
  },
  {
    name: 'rows are cut otherwise when they go again',
    file: `${desk}/courier/load.ts`,
    from: 'if (isCut(loading.db, placed.ends.seq)) yield* flush();',
    to: '',
    by: 'tests/desk/centre/hub/courier/order-of-rows.test.ts',
  },
  {
    name: 'own entries come back before what they had seen',
    file: `${desk}/courier/incoming.ts`,
    from: 'return waits < 0 ? commits.length : waits;',
    to: 'return commits.length;',
    by: 'tests/desk/centre/hub/courier/order-of-rows.test.ts',
  },
  {
    name: 'former names stay at home',
    file: `${desk}/courier/outgoing.ts`,
    from: 'from.seq === 0 ? formerCommits(db, (uuid) => headThere({ heads }, uuid)) : []',
    to: '[]',
    by: 'tests/desk/centre/hub/going-on/goes-on.test.ts',
  },
  {
    name: 'content is not fetched',
    file: `${desk}/courier/incoming.ts`,
    from: 'if (!here.has(text) && missingContent(db, [{ kind, name }]).length === 0) here.add(text);',
    to: 'here.add(text);',
    by: 'tests/desk/centre/hub/going-on/history.test.ts',
  },
  {
    name: 'a signature is not looked at',
    file: `${desk}/courier/incoming.ts`,
    from: 'if (!isSignedRow(code, row, sender.publicKey)) return out(falseRow(sender.code, row));',
    to: 'if (!isSignedRow(code, row, sender.publicKey)) return undefined;',
    by: 'tests/desk/centre/hub/trouble.test.ts',
  },
  {
    name: 'a hub that is another is not told',
    file: `${desk}/courier/courier.ts`,
    from: `notices.push({ code: 'hub-set-up-anew', data: {} });`,
    to: '',
  },
  {
    name: 'no key is made when a desk left',
    file: `${desk}/courier/centre-key.ts`,
    from: 'if (gone.every((uuid) => newest.excluded.includes(uuid))) return;',
    to: 'if (gone.every((uuid) => newest.excluded.includes(uuid)) || gone.length > 0) return;',
    by: 'tests/desk/centre/hub/courier/later-key.test.ts',
  },
  {
    name: 'who has left may give a key',
    file: `${desk}/courier/centre-key.ts`,
    from: 'one.uuid === uuid && one.closedAt === null);',
    to: 'one.uuid === uuid);',
    by: 'tests/desk/centre/hub/courier/later-key.test.ts',
  },
  {
    name: 'what one that has left told under its own key is not read',
    file: `${desk}/courier/centre-key.ts`,
    from: 'return known === undefined ? undefined',
    to: 'return known === undefined || !isHere ? undefined',
    by: 'tests/desk/centre/hub/courier/later-key.test.ts',
  },
  {
    name: 'a key to read with is passed on as one to seal with',
    file: `${desk}/courier/centre-key.ts`,
    from: 'under: before, readsOnly }',
    to: 'under: before }',
    by: 'tests/desk/centre/hub/courier/later-key.test.ts',
  },
  {
    name: 'who comes back has thrown its keys away',
    file: 'electron/store/centre/hub/centre.ts',
    from: `'UPDATE hub_key SET made_here = ? WHERE made_here = ?').run(resting, ofCentre)`,
    to: `'DELETE FROM hub_key').run()`,
    by: 'tests/desk/centre/hub/courier/later-key.test.ts',
  },
  {
    name: 'who is left alone waits for a key',
    file: `${desk}/courier/centre-key.ts`,
    from: 'if (isAlone && keysHere().length === 0) keep(takeUpKeys);',
    to: '',
    by: 'tests/desk/centre/hub/courier/later-key.test.ts',
  },
  {
    name: 'what wanted a key is not asked for again',
    file: `${desk}/courier/centre-key.ts`,
    from: `if (code !== 'hub-row-other-key') continue;`,
    to: `if (code !== '') continue;`,
    by: 'tests/desk/centre/hub/courier/later-key.test.ts',
  },
  {
    name: 'a form is written that a colleague does not read',
    file: `${desk}/courier/outgoing.ts`,
    from: 'const format = formatFor(desks, keysHere()[0]?.number ?? 0);',
    to: 'const format = desks.length > 0 ? 2 : formatFor(desks, 0);',
    by: 'tests/desk/centre/hub/courier/later-key.test.ts',
  },
  {
    name: 'the turn begins without what others told',
    file: `${desk}/turn.ts`,
    from: 'const met = await exchange(service, link);',
    to: 'const met = await link.hello();',
    by: 'tests/desk/centre/hub/people-of-centre.test.ts',
  },
  {
    name: 'who did not know of a closing opens an account again',
    file: 'electron/store/common/office/accounts-told.ts',
    from: 'const isOverruled = apart?.some((name) => closings.has(name)) === true;',
    to: 'const isOverruled = apart === undefined && closings.size < 0;',
    by: 'tests/desk/centre/hub/people-of-centre.test.ts',
  },
  {
    name: 'what is told of people is taken of whoever has that username',
    file: 'electron/store/common/office/accounts-told.ts',
    from: `return typeof person === 'string' && isOnePerson({ fullName: person }, { fullName });`,
    to: `return typeof person === 'string' || fullName === '';`,
    by: 'tests/store/common/office/accounts-told.test.ts',
  },
  {
    name: 'a copy that nobody received at is not looked for',
    file: `${desk}/courier/courier.ts`,
    from: 'if (machine.isOther(hello))',
    to: 'if (machine.isOther(hello) && isBehind(hello))',
    by: 'tests/desk/centre/hub/going-on/brought-back.test.ts',
  },
  {
    name: 'of what is told again the last is left out',
    file: 'electron/store/centre/exchange/go-on.ts',
    from: 'for (const [at, row] of tail.entries()) {',
    to: 'for (const [at, row] of tail.slice(0, -1).entries()) {',
  },
  {
    name: 'a page is taken for everything',
    file: `${desk}/courier/incoming.ts`,
    from: 'after = last.pos;',
    to: 'after = Number.MAX_SAFE_INTEGER;',
    by: 'tests/desk/centre/hub/courier/order-of-rows.test.ts',
  },
];

const wanted = Number(process.env['HUB_MUTANT'] ?? Number.NaN);

/** For the test's bundler: puts the one that is asked for into its file. */
export function mutantPlugin() {
  const mutant = mutants[wanted];
  return {
    name: 'a fault on purpose',
    enforce: 'pre' as const,
    transform(code: string, id: string): string | undefined {
      if (mutant === undefined || !id.endsWith(mutant.file)) return undefined;
      if (!code.includes(mutant.from)) throw new Error(`${mutant.name}: its text is not in ${mutant.file}`);
      return code.replace(mutant.from, mutant.to);
    },
  };
}

/** How often the text that a mutant changes stands in its file. */
export function timesIn({ file, from }: Mutant): number {
  const root = path.resolve(import.meta.dirname, '../../../..');
  return readFileSync(path.join(root, file), 'utf8').split(from).length - 1;
}
