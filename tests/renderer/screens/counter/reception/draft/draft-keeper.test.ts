import { describe, expect, test } from 'vitest';
import { DraftKeeper, keepWithinMs } from '../../../../../../renderer/screens/counter/reception/draft/draft-keeper.ts';
import { draftInHand, formOfDraft } from '../../../../../../renderer/screens/counter/reception/draft/draft-form.ts';
import {
  type ReceptionForm,
  newReception,
} from '../../../../../../renderer/screens/counter/case-fields/reception-form.ts';
import { receptionAfter } from '../../../../../../renderer/screens/counter/case-fields/reception-state.ts';

/** A clock moved by hand and a store in memory, so that what is lost can be told to the millisecond. */
function desk() {
  const saved: ReceptionForm[] = [];
  const discarded: string[] = [];
  const waiting: { at: number; act: () => void }[] = [];
  const state = { now: 0, failing: false };
  const keeper = new DraftKeeper({
    save: (form) => {
      if (state.failing) return Promise.reject(new Error('the disk is full'));
      saved.push(form);
      return Promise.resolve();
    },
    discard: (draftId) => {
      discarded.push(draftId);
      return Promise.resolve();
    },
    after: (delay, act) => {
      const entry = { at: state.now + delay, act };
      waiting.push(entry);
      return () => {
        entry.at = Number.POSITIVE_INFINITY;
      };
    },
    onKept: () => undefined,
    onFailed: () => undefined,
  });
  async function pass(milliseconds: number) {
    state.now += milliseconds;
    for (const entry of waiting.filter((one) => one.at <= state.now)) {
      entry.at = Number.POSITIVE_INFINITY;
      entry.act();
    }
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  }
  return { keeper, saved, discarded, state, pass };
}

const empty = newReception({ draftId: 'a', requestId: 'ra' });

function typed(form: ReceptionForm, fullName: string): ReceptionForm {
  return receptionAfter(form, { type: 'person-typed', who: 'applicant', change: { fullName } });
}

describe('what is typed is kept', () => {
  test('within a second, although the typing never pauses', async () => {
    const { keeper, saved, pass } = desk();
    keeper.changed(empty);
    let form = empty;
    for (let second = 0; second < 30; second += 1) {
      form = typed(form, `${form.applicant.fullName}a`);
      keeper.changed(form);
      await pass(100);
      expect(form.applicant.fullName.length - (saved.at(-1)?.applicant.fullName.length ?? 0)).toBeLessThanOrEqual(10);
    }
    expect(keepWithinMs).toBeLessThan(1000);
    expect(saved.length).toBeGreaterThanOrEqual(3);
  });

  test('at once when the clerk moves on', async () => {
    const { keeper, saved, pass } = desk();
    keeper.changed(empty);
    keeper.changed(typed(empty, 'Ánh'));
    void keeper.flush();
    await pass(0);
    expect(saved.map((form) => form.applicant.fullName)).toEqual(['Ánh']);
  });

  test('who was laid aside for another citizen is kept so, and is not the one in hand after a restart', async () => {
    const { keeper, saved, pass } = desk();
    keeper.changed(empty);
    keeper.changed(typed(empty, 'Ánh'));
    await pass(700);
    keeper.changed(newReception({ draftId: 'b', requestId: 'rb' }));
    await pass(700);
    const [kept] = saved.slice(-1);
    expect(kept).toMatchObject({ draftId: 'a', parked: true, applicant: { fullName: 'Ánh' } });
    const rows = saved.map((form, at) => ({ savedAt: String(at), body: { ...form } }));
    expect(draftInHand(rows.slice(-1))).toBeUndefined();
    expect(draftInHand(rows.slice(0, 1))?.body).toMatchObject({ draftId: 'a' });
    // Taken up again they are in hand, and kept so.
    const back = formOfDraft({ ...kept });
    expect(back).not.toHaveProperty('parked');
    keeper.changed(back ?? empty);
    await pass(700);
    expect(saved.at(-1)).not.toHaveProperty('parked');
  });

  test('a received case comes back as nobody laid aside', async () => {
    const { keeper, saved, pass } = desk();
    keeper.changed(empty);
    keeper.changed(typed(empty, 'Ánh'));
    await pass(700);
    keeper.forget('a');
    const before = saved.length;
    keeper.changed(newReception({ draftId: 'b', requestId: 'rb' }));
    await pass(700);
    expect(saved).toHaveLength(before);
  });

  test('an empty form makes no draft, and one emptied again takes its draft away', async () => {
    const { keeper, saved, discarded, pass } = desk();
    keeper.changed(empty);
    await pass(5000);
    expect(saved).toEqual([]);
    const form = typed(empty, 'Ánh');
    keeper.changed(form);
    await pass(1000);
    keeper.changed(typed(form, ''));
    await pass(1000);
    expect(discarded).toEqual(['a']);
  });

  test('for each citizen apart: the next one begun at once takes nothing from the one before', async () => {
    const { keeper, saved, pass } = desk();
    keeper.changed(empty);
    keeper.changed(typed(empty, 'Ánh'));
    const next = newReception({ draftId: 'b', requestId: 'rb' });
    keeper.changed(next);
    keeper.changed(typed(next, 'Bình'));
    await pass(1000);
    expect(saved.map((form) => [form.draftId, form.applicant.fullName])).toEqual([
      ['a', 'Ánh'],
      ['b', 'Bình'],
    ]);
  });

  test('after the desk could not write: held and written as soon as it can', async () => {
    const { keeper, saved, state, pass } = desk();
    keeper.changed(empty);
    state.failing = true;
    keeper.changed(typed(empty, 'Ánh'));
    await pass(1000);
    await pass(1000);
    expect(saved).toEqual([]);
    state.failing = false;
    await pass(1000);
    expect(saved.map((form) => form.applicant.fullName)).toEqual(['Ánh']);
  });

  test('a received case is never written back as a draft', async () => {
    const { keeper, saved, pass } = desk();
    keeper.changed(empty);
    keeper.changed(typed(empty, 'Ánh'));
    keeper.forget('a');
    await pass(5000);
    expect(saved).toEqual([]);
  });
});

test('taken up again it is as it was last typed, also where the list of drafts is a moment older', async () => {
  const { keeper, saved } = desk();
  keeper.changed(empty);
  const first = typed(empty, 'NGUYỄN');
  keeper.changed(first);
  await keeper.flush();
  const whole = typed(first, 'NGUYỄN THỊ ÁNH');
  keeper.changed(whole);
  keeper.changed(newReception({ draftId: 'b', requestId: 'rb' }));
  const [listed] = saved;
  if (listed === undefined) throw new Error('nothing was kept');
  expect(keeper.newestOf(listed)).toBe(whole);
  keeper.forget('a');
  expect(keeper.newestOf(listed)).toBe(listed);
});
