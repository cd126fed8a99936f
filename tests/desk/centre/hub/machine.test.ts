import { expect, test } from 'vitest';
import { newClient } from '../../../../electron/desk/core/session/client.ts';
import { dispatch } from '../../../../electron/desk/calls/dispatch.ts';
import { createTwin } from '../../../support/centre/hub/twin.ts';
import { enrolKeyOf } from '../../../../electron/exchange/hub/seal.ts';
import { readCode, writeCode } from '../../../../electron/exchange/hub/code.ts';
import { machineHead, machinesHere } from '../../../../electron/store/centre/hub/machine.ts';
import { findCentre } from '../../../../electron/store/centre/hub/centre.ts';
import { verifyStore } from '../../../../electron/store/safety/verify/verify.ts';
import {
  type HubDesk,
  closedAfterwards,
  codeFor,
  joined,
  practice,
  received,
  synced,
  twinWay,
} from '../../../support/centre/hub/hub-desks.ts';
import { monday, password } from '../../../support/desk/test-desk.ts';

const open = closedAfterwards();

function signIn({ context }: HubDesk, username: string) {
  return dispatch(context, 'account.signIn', { username, password }, newClient());
}

function signInsIn(desk: HubDesk): Promise<string[]> {
  return desk
    .get('supervisor', 'account.log', { of: 'office' })
    .then(({ lines }: { lines: { type: string; whom: string | null }[] }) =>
      lines.filter(({ type }) => type === 'signed-in').map(({ whom }) => String(whom)),
    );
}

test('what a machine told of itself lies at the hub, for who stands in its place and for nobody else', async () => {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const way = twinWay(twin);
  const one = await practice(open, 'Q1', way);
  const three = await practice(open, 'Q3', way);
  await joined(one, codeFor(twin, 'Q1', 100));
  await joined(three, codeFor(twin, 'Q3', 101));
  for (const desk of [one, three]) await synced(desk);
  three.clock.at += 11 * 60_000;
  expect(await signIn(three, 'officer')).toMatchObject({ ok: true });
  await received(three, 1);
  for (const desk of [three, one]) await synced(desk);
  const gone = findCentre(three.context.store.db)?.uuid ?? '';
  const told = twin.rows().filter(({ kind, desk }) => kind === 'machine' && desk === gone);
  expect(told.at(-1)?.lastSeq).toBe(machineHead(three.context.store.db));
  expect(told.some(({ body }) => body.includes('signed-in') || body.includes('officer'))).toBe(false);
  // Nothing new: nothing goes, and what is new waits its ten minutes.
  await signIn(three, 'officer');
  await synced(three);
  expect(twin.rows().filter(({ kind, desk }) => kind === 'machine' && desk === gone)).toEqual(told);
  expect(machinesHere(one.context.store.db)).toEqual([]);

  twin.close(3);
  const secret = Buffer.alloc(32, 9);
  const enrolled = twin.enrol({ code: 'Q3A', enrolKey: enrolKeyOf(secret), after: 3 });
  if (enrolled.is !== 'enrolled') throw new Error(enrolled.is);
  const of = readCode(codeFor(twin, 'Q8', 300));
  const { no } = enrolled.desk;
  if (of === undefined) throw new Error('a code is read');
  const place = { ...of.place, role: `desk_${no}`, secret: 'word-after' };
  const after = await practice(open, 'Q3A', way);
  await joined(after, writeCode({ ...of, desk: 'Q3A', no, place, enrolPrivate: secret }));
  for (const desk of [one, after, one]) await synced(desk);
  expect(machinesHere(after.context.store.db)).toMatchObject([{ desk: gone }]);
  expect(await signInsIn(after)).toContain('Trần Văn Thụ Lý');
  expect(await signInsIn(one)).not.toContain('Trần Văn Thụ Lý');
  // Beside the journal: its own chains are as they were.
  for (const { context } of [one, after])
    expect(verifyStore(context.store.db).flatMap(({ found }) => found)).toEqual([]);
  expect((await after.get('clerk', 'case.search', { text: 'Nguyễn', limit: 5 })).hits.length).toBeGreaterThan(0);
});

test('an empty hub gets all of it again, and two copies of one folder leave the rest of the exchange alone', async () => {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const way = twinWay(twin);
  const one = await practice(open, 'Q1', way);
  await joined(one, codeFor(twin, 'Q1', 100));
  await signIn(one, 'officer');
  one.clock.at += 11 * 60_000;
  await synced(one);
  const before = twin
    .rows()
    .filter(({ kind }) => kind === 'machine')
    .at(-1)?.lastSeq;
  twin.wipe();
  await joined(one, codeFor(twin, 'Q1', 102));
  one.clock.at += 11 * 60_000;
  await synced(one);
  expect(
    twin
      .rows()
      .filter(({ kind }) => kind === 'machine')
      .at(-1)?.lastSeq,
  ).toBeGreaterThanOrEqual(before ?? 0);
});
