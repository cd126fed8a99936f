import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../../electron/domain/base/canonical-json.ts';
import { loneCorrections } from '../../../../electron/store/counter/case/lone-corrections.ts';
import { openRequests } from '../../../../electron/store/common/office/key-trust.ts';
import { officeLog } from '../../../../electron/store/common/office/log.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { hashOfCatalogue } from '../../../../electron/store/catalogue/catalogue.ts';
import { openingFinding } from '../../../../electron/store/safety/verify/opening.ts';
import { forgedDesk, subjects } from '../../../support/desk/forged-desk.ts';
import { openApart, takeIn, tell } from '../../../support/centre/apart/stores-apart.ts';
import { caseId, findingsOf, monday, received } from '../../../support/desk/test-store.ts';

const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

function desk(): Store {
  const store = openApart(1);
  open.push(store);
  return store;
}

const office = { kind: 'office' } as const;
const kase = (index: number) => ({ kind: 'case', caseId: caseId(index) }) as const;
const account = (username: string) => ({ kind: 'account', username }) as const;
const request = caseId(70);

function corrected(index: number, requestId: string) {
  const { type: _type, ...facts } = received(index);
  return { ...facts, type: 'corrected', requestId, reason: 'nhầm', reissue: 1 } as const;
}

describe('what another desk tells of its office and its people', () => {
  test('is no request here, and answers none', () => {
    const store = desk();
    const act = { kind: 'disable', username: 'tu' } as const;
    tell(store, monday, [office, { type: 'account-asked', request, act, reason: 'nghỉ' }]);
    const other = forgedDesk(7);
    const asked = canonicalJson({ request: caseId(71), act, reason: 'nghỉ' });
    const { entries } = takeIn(store, [
      other.commit({ type: 'account-asked', actor: 'binh', body: asked }),
      other.commit({ type: 'account-answered', body: canonicalJson({ request, outcome: 'refused' }) }),
      other.commit({ type: 'account-asked' }),
    ]);
    expect([entries, openRequests(store.db).map((one) => one.request)]).toEqual([3, [request]]);
  });

  test('countersigns nothing here, and its void receipts are looked at there', () => {
    const store = desk();
    store.write(null, monday, (tx) => {
      tx.db
        .prepare("INSERT INTO account (username, full_name, role, password) VALUES ('tu', 'Phạm Tú', 'clerk', '')")
        .run();
      tx.append(account('tu'), { type: 'account-added', fullName: 'Phạm Tú', role: 'clerk' });
    });
    tell(store, monday, [kase(1), received(1)]);
    const other = forgedDesk(7);
    // Neither that two persons keep the other's office makes one here, ...
    takeIn(store, [other.commit({ type: 'two-persons-begun', body: '{"persons":["an","binh"]}' })]);
    const tu = { accountId: 1, username: 'tu' };
    store.write(tu, monday, (tx) => tx.append(kase(1), corrected(1, caseId(80))));
    expect(loneCorrections(store.db)).toEqual([]);
    tell(store, monday, [office, { type: 'two-persons-begun', persons: ['an', 'binh'] }]);
    store.write(tu, monday, (tx) => tx.append(kase(1), corrected(1, caseId(81))));
    const body = canonicalJson({ caseId: caseId(1), requestId: caseId(81) });
    // ... nor is what waits here done there; nor is its author's role what another desk says of that name.
    takeIn(store, [
      other.commit({ type: 'correction-countersigned', body }),
      other.commit({ type: 'account-role-set', subject: subjects.account('tu'), body: '{"role":"supervisor"}' }),
      other.commit({
        subject: subjects.case(1),
        type: 'corrected',
        actor: 'tu',
        body: canonicalJson(corrected(1, caseId(82))),
      }),
    ]);
    store.write(tu, monday, (tx) => tx.append(kase(1), corrected(1, caseId(83))));
    expect(loneCorrections(store.db).map(({ requestId }) => requestId)).toEqual([caseId(81), caseId(83)]);
  });

  test('is no line of this office’s log', () => {
    const store = desk();
    takeIn(store, [
      forgedDesk(7).commit({ type: 'account-disabled', subject: subjects.account('an'), body: '{"reason":"nghỉ"}' }),
    ]);
    expect(officeLog(store.db, Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
  });

  test('sets up nothing here, and vouches for no list that this office works by', () => {
    const store = desk();
    const other = forgedDesk(7);
    takeIn(store, [other.commit({ type: 'office-set-up', body: '{"practice":false,"settings":{}}' })]);
    expect(openingFinding(store.db)).toBeNull();
    const content = [{ code: '1.001193', name: 'Đăng ký khai sinh' }];
    const sha256 = hashOfCatalogue([{}]);
    tell(store, monday, [office, { type: 'catalogue-adopted', version: 'test-1', sha256 }]);
    expect(openingFinding(store.db)).toBeNull();
    store.db.prepare('UPDATE catalogue_procedure SET body = ?').run(JSON.stringify(content[0]));
    const adopted = { version: 'test-1', sha256: hashOfCatalogue(content) };
    takeIn(store, [other.commit({ type: 'catalogue-adopted', body: canonicalJson(adopted) })]);
    expect(openingFinding(store.db)).toBe('catalogue test-1 is not the one that was adopted');
    expect(findingsOf(store.db)).toContain('catalogues: catalogue test-1 is not the one that was adopted');
  });
});

/** Reads of entries of the office or of accounts that count other desks' too: how many, and why. A new one is decided, not forgotten. */
const readsOfOthersToo: Readonly<Record<string, readonly [reads: number, why: string]>> = {
  'store/journal/catalogue-names.ts': [
    1,
    'what a desk calls a list is its own word; for its own entries its own decides',
  ],
  'store/counter/money/paid-in.ts': [1, 'money of an office is paid in once, whichever of its desks wrote it down'],
  'store/common/office/accounts-told.ts': [
    3,
    'whom other desks name, who has a closed account here, as what, and whose name it is',
  ],
  'store/common/office/foreign-accounts.ts': [
    3,
    'whose a person is that is known from another desk’s entries alone, and what a desk calls whom, by its UUID',
  ],
  'store/common/office/settings.ts': [
    3,
    'asks for another desk by its UUID, for the desk of a paper, or for the symbols that each other desk has set',
  ],
  'store/journal/journal.ts': [1, 'a register of several counters began with the first of them'],
  'store/safety/proof/desk-key.ts': [1, 'receipts of other desks are checked by the keys that they told'],
  'store/safety/proof/export.ts': [1, 'the journal leaves as it is, whosever restore an entry tells of'],
  'store/safety/verify/checks/catalogues.ts': [2, 'a list that only others adopted is compared with what they adopted'],
};

test('every read of what happened to the office and to accounts says whose', () => {
  const root = path.join(import.meta.dirname, '../../../../electron');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const undecided = files.flatMap((name) => {
    const text = readFileSync(path.join(root, name), 'utf8');
    const texts = [...text.matchAll(/`(?:[^`$]|\$(?!\{)|\$\{[^}]*\})*`/g)].map(([sql]) => sql);
    const reads = texts
      .filter((sql) => /\bjournal\b/i.test(sql) && /officeRow|kindCode\('(office|account)'\)/.test(sql))
      .filter((sql) => !/byOwnDesk|ofThisOffice|other IS NULL/.test(sql));
    return reads.length === 0 ? [] : [[name.replaceAll('\\', '/'), reads.length] as const];
  });
  const decided = Object.entries(readsOfOthersToo).map(([name, [reads]]) => [name, reads]);
  expect(Object.fromEntries(undecided)).toEqual(Object.fromEntries(decided));
});
