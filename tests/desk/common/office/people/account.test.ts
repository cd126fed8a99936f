import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newClient } from '../../../../../electron/desk/core/session/client.ts';
import { definitions, metaOf } from '../../../../../electron/desk/calls/dispatch.ts';
import { passwordMatches } from '../../../../../electron/desk/common/office/people/password.ts';
import { mayCall } from '../../../../../electron/domain/common/office/call-roles.ts';
import { sampleInput } from '../../../../support/data/from-schema.ts';
import { type TestDesk, openPracticeDesk, password } from '../../../../support/desk/test-desk.ts';
import { wellFormed } from '../../../../support/papers/well-formed.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const second = 1000;
const strong = 'Mật-khẩu-Mới-2026';

function signIn(username: string, word: string): ReturnType<TestDesk['call']> {
  return at.call('account.signIn', { username, password: word });
}

describe('signing in', () => {
  test('with the right name and password, however it is written', async () => {
    expect(await signIn('  CLERK ', password)).toMatchObject({ ok: true, value: { username: 'clerk', role: 'clerk' } });
    expect((await at.get('system.status')).user).toMatchObject({ username: 'clerk' });
  });

  test('a wrong password waits, and the wait doubles up to a minute', async () => {
    const waits: number[] = [];
    for (let guess = 0; guess < 7; guess += 1) {
      const { fault } = await signIn('clerk', 'wrong');
      expect(fault.code).toBe('sign-in-refused');
      waits.push(fault.data.waitSeconds);
      at.clock.at += fault.data.waitSeconds * second;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60]);
    expect(await signIn('clerk', password)).toMatchObject({ ok: true });
  });

  test('while the wait lasts even the right password is refused, after a restart as well', async () => {
    await signIn('clerk', 'wrong');
    at.clock.at += second;
    await signIn('clerk', 'wrong');
    at = await at.reopen();
    expect(await signIn('clerk', password)).toMatchObject({
      fault: { code: 'sign-in-refused', data: { waitSeconds: 2 } },
    });
    at.clock.at += 2 * second;
    expect(await signIn('clerk', password)).toMatchObject({ ok: true });
  });

  test('guesses sent together count one after another', async () => {
    const answers = await Promise.all(['a', 'b', 'c', password].map((word) => signIn('clerk', word)));
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, false, false]);
    at.clock.at += second;
    expect(await signIn('clerk', password)).toMatchObject({ ok: true });
  });

  test('a clock that was a year ahead when the guess was made shuts nobody out', async () => {
    const now = at.clock.at;
    at.clock.at += 365 * 86_400 * second;
    await signIn('clerk', 'wrong');
    at.clock.at = now;
    expect(await signIn('clerk', password)).toMatchObject({ ok: true });
  });

  test('a name that nobody has answers like a wrong password, after as much work', async () => {
    const times: number[] = [];
    for (const name of ['nobody', 'clerk']) {
      const began = process.cpuUsage();
      expect((await signIn(name, 'wrong')).fault).toMatchObject({ code: 'sign-in-refused', data: { waitSeconds: 1 } });
      times.push(process.cpuUsage(began).user);
    }
    const [unknown, known] = times as [number, number];
    expect(unknown).toBeGreaterThan(known / 3);
  });

  test('a closed account', async () => {
    at.sit('admin');
    await at.get('account.disable', { username: 'clerk', reason: 'nghỉ việc' });
    expect((await at.get('account.list')).accounts).toContainEqual(
      expect.objectContaining({ username: 'clerk', disabled: true }),
    );
    expect(await signIn('clerk', password)).toMatchObject({
      fault: { code: 'sign-in-refused', data: { waitSeconds: 1 } },
    });
  });

  test('whoever is signed in when their account is closed is so no longer', async () => {
    const clerk = { ...at.client };
    at.sit('admin');
    await at.get('account.disable', { username: 'clerk', reason: 'nghỉ việc' });
    expect(await at.desk.call('draft.list', {}, clerk)).toMatchObject({ fault: { code: 'session-expired' } });
  });

  test('two windows are two people', async () => {
    const other = newClient();
    expect(await at.call('draft.list')).toMatchObject({ ok: true });
    expect(await at.desk.call('draft.list', {}, other)).toMatchObject({ fault: { code: 'sign-in-required' } });
  });
});

describe('leaving the desk', () => {
  const draft = {
    draftId: '0190163d-8694-7000-8000-00000000000d',
    label: 'khai sinh',
    body: { fullName: 'NGUYỄN THỊ Á' },
  };

  test('ten idle minutes end the session; what was typed is still there', async () => {
    await at.get('draft.save', draft);
    at.clock.at += 10 * 60 * second - 1;
    await at.get('draft.list');
    at.clock.at += 10 * 60 * second;
    expect(await at.call('draft.list')).toMatchObject({ fault: { code: 'session-expired' } });
    expect((await at.get('system.status')).user).toBeNull();
    await signIn('clerk', password);
    expect((await at.get('draft.list')).drafts).toMatchObject([draft]);
  });

  test('what the screen asks for by itself does not keep the session awake', async () => {
    at.clock.at += 9 * 60 * second;
    await at.get('system.status');
    at.clock.at += 61 * second;
    expect(await at.call('draft.list')).toMatchObject({ fault: { code: 'session-expired' } });
  });

  test('signing out', async () => {
    await at.get('account.signOut');
    expect(await at.call('draft.list')).toMatchObject({ fault: { code: 'sign-in-required' } });
    expect(await at.call('account.signOut')).toMatchObject({ ok: true });
  });
});

describe('passwords', () => {
  beforeEach(() => at.sit('admin'));

  test.each([
    ['thirteen characters', 'Mat-khau-2026'],
    ['no capital', 'mat-khau-moi-2026'],
    ['no small letter', 'MAT-KHAU-MOI-2026'],
    ['no digit', 'Mat-khau-moi-moi'],
    ['no symbol', 'MatKhauMoi20262026'],
  ])('%s is weak', async (_what, word) => {
    const weak = { fault: { code: 'password-weak', data: { minimum: 14 } } };
    expect(
      await at.call('account.add', { username: 'moi', fullName: 'Mới', role: 'clerk', password: word }),
    ).toMatchObject(weak);
    expect(await at.call('account.setPassword', { username: 'clerk', password: word })).toMatchObject(weak);
  });

  test('are one in both ways of writing Vietnamese', async () => {
    await at.get('account.add', { username: 'moi', fullName: 'Mới', role: 'clerk', password: strong.normalize('NFD') });
    expect(await signIn('moi', strong.normalize('NFC'))).toMatchObject({ ok: true });
  });

  test('the administrator sets another’s without knowing it; oneself one must', async () => {
    await at.get('account.setPassword', { username: 'clerk', password: strong });
    expect(await signIn('clerk', strong)).toMatchObject({ ok: true });
    const again = { username: 'clerk', password: `${strong}!` };
    expect(await at.call('account.setPassword', again)).toMatchObject({ fault: { code: 'sign-in-refused' } });
    at.clock.at += second;
    await at.get('account.setPassword', { ...again, current: strong });
    expect(await at.call('account.setPassword', { username: 'officer', password: strong })).toMatchObject({
      fault: { code: 'forbidden' },
    });
  });

  test('an account that is there or is not', async () => {
    expect(
      await at.call('account.add', { username: 'clerk', fullName: 'X', role: 'clerk', password: strong }),
    ).toMatchObject({ fault: { code: 'account-exists' } });
    expect(await at.call('account.setPassword', { username: 'ai-do', password: strong })).toMatchObject({
      fault: { code: 'account-unknown' },
    });
    expect(await at.call('account.disable', { username: 'ai-do', reason: 'nghỉ việc' })).toMatchObject({
      fault: { code: 'account-unknown' },
    });
  });

  test.each(['', '-', '$argon2id$v=19$m=1$x$y', '$scrypt$ln=4,r=8,p=1$$', '$scrypt$ln=4,r=8,p=1$AAAA$AAAA'])(
    '«%s» in the file matches nothing',
    async (phc) => {
      expect(await passwordMatches('', phc)).toBe(false);
    },
  );
});

describe('who may ask what', () => {
  const roles = ['clerk', 'officer', 'supervisor', 'admin'] as const;
  /** The whole of it, so that a call whose role is changed is seen here. */
  const asked: Readonly<Record<string, readonly string[]>> = {
    anyone: [
      'account.signIn',
      'account.signOut',
      'citizenCard.read',
      'deadline.explain',
      'office.openPractice',
      'office.setUp',
      'office.units',
      'print.printers',
      'procedure.find',
      'procedure.get',
      'procedure.unverified',
      'system.status',
      'text.amountInWords',
    ],
    staff: [
      'account.setPassword',
      'case.get',
      'case.search',
      'office.numbers',
      'office.settings',
      'paper.download',
      'paper.view',
      'person.earlier',
      'print.list',
      'print.test',
    ],
    clerk: [
      'case.act',
      'case.receive',
      'draft.discard',
      'draft.list',
      'draft.save',
      'paper.preview',
      'paper.render',
      'print.again',
      'print.settle',
    ],
    supervisor: ['procedure.setTerm'],
    admin: ['account.add', 'account.disable', 'account.enable', 'account.list', 'office.changeSettings'],
  };

  test.each(Object.entries(asked))('%s: the calls that ask for it', (role, names) => {
    const found = [...definitions.values()]
      .filter(({ procedure }) => metaOf(procedure).role === role)
      .map(({ name }) => name);
    expect(found).toEqual(expect.arrayContaining([...names]));
  });

  test('every call refuses whoever may not, and only them, before it does anything', async () => {
    const before = at.desk.verify();
    for (const { name, procedure } of definitions.values()) {
      const { role } = metaOf(procedure);
      const input = wellFormed[name] ?? sampleInput(name);
      expect(input, `an input for ${name}`).toBeDefined();
      const out = await at.desk.call(name, input, newClient());
      expect([name, codeOf(out) === 'sign-in-required']).toEqual([name, role !== 'anyone']);
      if (role === 'anyone') continue;
      for (const who of roles.filter((one) => !mayCall(one, role))) {
        at.sit(who);
        expect([name, who, codeOf(await at.call(name, input))]).toEqual([name, who, 'forbidden']);
      }
    }
    expect(at.desk.verify()).toEqual(before);
  });

  test('nobody receives files but who serves people, and the administrator least of all', () => {
    expect(roles.filter((role) => mayCall(role, 'clerk'))).toEqual(['clerk', 'officer', 'supervisor']);
    expect(roles.filter((role) => mayCall(role, 'officer'))).toEqual(['officer', 'supervisor']);
    expect(roles.filter((role) => mayCall(role, 'supervisor'))).toEqual(['supervisor']);
    expect(roles.filter((role) => mayCall(role, 'admin'))).toEqual(['admin']);
    expect(roles.filter((role) => mayCall(role, 'staff'))).toEqual([...roles]);
  });
});

function codeOf(result: unknown): string | undefined {
  return (result as { fault?: { code: string } }).fault?.code;
}
