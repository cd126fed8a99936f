import { expect, test } from 'vitest';
import { definitions, metaOf } from '../../../../../electron/desk/calls/dispatch.ts';
import { mayCall, maySeePersons } from '../../../../../electron/domain/common/office/call-roles.ts';
import { newClient } from '../../../../../electron/desk/core/session/client.ts';
import { Role } from '../../../../../electron/contract/common/office/office.ts';
import { rights } from '../../../../support/data/rights.ts';
import { sampleInput } from '../../../../support/data/from-schema.ts';
import { type RealDesk, realDesks } from '../../../../support/desk/real-desk.ts';
import { wellFormed } from '../../../../support/papers/well-formed.ts';
import { password } from '../../../../support/desk/test-desk.ts';

const { desk } = realDesks({ sealed: false });

/** Of a call that anyone makes before there is an office: whose it is once there is one. */
const withAnOffice: Readonly<Record<string, Role>> = { 'keys.sheet': 'admin' };
/** They end the desk that is asked: after everything else. */
const ends = new Set(['recovery.begin']);
const roles = ['clerk', 'officer', 'supervisor', 'admin'] as const;

const said = (name: string, may: (role: Role) => boolean): string => {
  const { shows } = metaOf(definitions.get(name)!.procedure);
  const row = roles.filter((one) => may(one));
  return shows === 'persons' ? `${row.join(' ')} (admin)` : row.join(' ');
};

/** One's own password is everybody's; another's is the administrator's (account.test.ts). */
function inputOf(name: string, who: Role | null): unknown {
  if (name === 'account.setPassword') return { username: who ?? 'tu', password, current: 'Sai-Mat-Khau-1' };
  return wellFormed[name] ?? sampleInput(name);
}

const ids: Readonly<Record<Role, number>> = { admin: 1, supervisor: 2, officer: 2, clerk: 4 };

async function ask(at: RealDesk, name: string, who: Role | null): Promise<string> {
  const client = newClient();
  if (who !== null)
    client.session = { accountId: ids[who], username: who, fullName: who, role: who, lastUsedAt: at.clock.at };
  const answer = (await at.desk.call(name, inputOf(name, who), client)) as { fault?: { code: string } };
  return answer.fault?.code ?? 'ok';
}

test('who may make each call stands in one table, which a person reads: the contract says the same', () => {
  expect(Role.options.toSorted()).toEqual(roles.toSorted());
  const declared = [...definitions.values()].map(({ name, procedure }) => {
    const { role, shows } = metaOf(procedure);
    const asked = withAnOffice[name] ?? role;
    if (asked === 'anyone') return [name, 'anyone'];
    return [name, said(name, (who) => mayCall(who, asked) && (shows !== 'persons' || maySeePersons(who, () => true)))];
  });
  expect(Object.fromEntries(declared)).toEqual(rights);
});

test('asked of a desk that two keep, call by call and role by role: who may not is refused for that alone, and who may never for that', async () => {
  const at = await desk('an', 'binh');
  const names = [...definitions.keys()].toSorted((a, b) => Number(ends.has(a)) - Number(ends.has(b)));
  const answered: Record<string, string> = {};
  for (const name of names) {
    const unsigned = await ask(at, name, null);
    const codes = new Map<Role, string>();
    for (const who of roles) codes.set(who, await ask(at, name, who));
    expect([name, [unsigned, ...codes.values()].filter((code) => code === 'input-invalid' || code === 'unexpected')]) //
      .toEqual([name, []]);
    if (unsigned !== 'sign-in-required' && withAnOffice[name] === undefined) {
      expect([name, unsigned, ...codes.values()]).not.toContain('forbidden');
      answered[name] = 'anyone';
      continue;
    }
    expect([name, unsigned]).toEqual([name, withAnOffice[name] === undefined ? 'sign-in-required' : 'forbidden']);
    answered[name] = said(name, (who) => codes.get(who) !== 'forbidden');
  }
  expect(answered).toEqual(rights);
  expect(Object.keys(answered)).toHaveLength(definitions.size);
}, 120_000);

test('while one alone keeps the office, their account shows them what the table has in brackets, and nothing else more', async () => {
  const at = await desk('an');
  const answered: string[] = [];
  const shown = Object.keys(rights).filter((name) => rights[name]?.endsWith('(admin)') === true);
  for (const name of Object.keys(rights)) {
    if (rights[name] === 'anyone' || / admin$|^admin$/.test(rights[name] ?? '')) continue;
    if ((await ask(at, name, 'admin')) !== 'forbidden') answered.push(name);
  }
  expect(answered).toEqual(shown);
}, 60_000);
