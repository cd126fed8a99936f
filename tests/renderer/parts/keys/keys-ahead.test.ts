import { MutationObserver, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createKeysAhead } from '../../../../renderer/parts/keys/keys-ahead.ts';

const made: (() => void)[] = [];

function key(code: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent {
  return {
    key: code.replace(/^(Key|Digit)/, '').toLowerCase(),
    code,
    timeStamp: performance.now(),
    ...more,
  } as KeyboardEvent;
}

/** A window that hears keys once something stands in front that has a use for them. */
function standing() {
  const queries = new QueryClient();
  const ran: string[] = [];
  const front = { hears: false, breaks: false };
  const ahead = createKeysAhead(queries, (event) => {
    if (front.breaks) throw new Error('broken');
    if (front.hears) ran.push(event.code);
    return front.hears;
  });
  made.push(ahead.end);
  async function act(ends: Promise<unknown>): Promise<unknown> {
    const mutation = new MutationObserver(queries, { mutationFn: () => ends, retry: false });
    return mutation.mutate().catch(() => undefined);
  }
  /** Something in front is read; answers how to put it away. */
  function read(what: string, ends: Promise<unknown>): () => void {
    return new QueryObserver(queries, { queryKey: [what], queryFn: () => ends, retry: false }).subscribe(
      () => undefined,
    );
  }
  async function drawn(): Promise<void> {
    ahead.changed();
    await vi.advanceTimersByTimeAsync(0);
  }
  return { ahead, act, read, drawn, front, ran };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { setTimeout, clearTimeout });
  vi.stubGlobal('Element', class {});
});
afterEach(() => {
  for (const end of made.splice(0)) end();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('keys pressed while an act is under way', () => {
  test('run in their order once the screen behind it stands', async () => {
    const { ahead, act, drawn, front, ran } = standing();
    const done = Promise.withResolvers();
    const acting = act(done.promise);
    expect([ahead.keep(key('KeyM')), ahead.keep(key('Digit1'))]).toEqual([true, true]);
    done.resolve(1);
    await acting;
    front.hears = true;
    await drawn();
    expect(ran).toEqual(['KeyM', 'Digit1']);
  });

  test('none is kept where nothing is under way', () => {
    expect(standing().ahead.keep(key('KeyM'))).toBe(false);
  });

  test.each([
    ['Enter', key('Enter', { key: 'Enter' })],
    ['Escape', key('Escape', { key: 'Escape' })],
    ['Alt+8, which takes back what was done last', key('Digit8', { key: '8', altKey: true })],
    ['Ctrl+Enter, which confirms once more', key('Enter', { key: 'Enter', ctrlKey: true })],
    ['copying', key('KeyC', { key: 'c', ctrlKey: true })],
  ])('%s never waits', (_name, event) => {
    const { ahead, act } = standing();
    void act(new Promise(() => undefined));
    expect(ahead.keep(event)).toBe(false);
  });

  test('after a refusal they are forgotten, also where one more was pressed meanwhile', async () => {
    const { ahead, act, drawn, front, ran } = standing();
    const refused = Promise.withResolvers();
    const acting = act(refused.promise);
    ahead.keep(key('KeyM'));
    refused.reject(new Error('refused'));
    await acting;
    await vi.advanceTimersByTimeAsync(300);
    ahead.keep(key('KeyX'));
    await vi.advanceTimersByTimeAsync(450);
    // Its dialog is left by hand, and the screen beneath hears keys again.
    front.hears = true;
    await drawn();
    expect(ran).toEqual([]);
  });

  test('a key that waited three seconds is forgotten', async () => {
    const { ahead, act, drawn, front, ran } = standing();
    void act(new Promise(() => undefined));
    ahead.keep(key('KeyM'));
    await vi.advanceTimersByTimeAsync(3100);
    ahead.keep(key('KeyX'));
    front.hears = true;
    await drawn();
    expect(ran).toEqual(['KeyX']);
  });

  test('one that breaks leaves the others their turn', async () => {
    const { ahead, act, drawn, front, ran } = standing();
    void act(new Promise(() => undefined));
    ahead.keep(key('KeyM'));
    front.breaks = true;
    const broke = new Promise((resolve) => process.once('unhandledRejection', resolve));
    ahead.changed();
    await vi.advanceTimersByTimeAsync(0);
    front.breaks = false;
    front.hears = true;
    await drawn();
    expect(ran).toEqual(['KeyM']);
    void broke;
  });
});

describe('keys pressed while a screen reads', () => {
  test('run once what was read stands', async () => {
    const { ahead, read, drawn, front, ran } = standing();
    const answer = Promise.withResolvers();
    read('file A', answer.promise);
    expect(ahead.keep(key('KeyB', { altKey: true }))).toBe(true);
    await drawn();
    expect(ran).toEqual([]);
    answer.resolve(1);
    await vi.advanceTimersByTimeAsync(50);
    front.hears = true;
    await drawn();
    expect(ran).toEqual(['KeyB']);
  });

  test('never reach another file that came to the front meanwhile', async () => {
    const { ahead, read, drawn, front, ran } = standing();
    const putAway = read('file A', new Promise(() => undefined));
    ahead.keep(key('KeyB', { altKey: true }));
    putAway();
    read('file B', Promise.resolve(1));
    front.hears = true;
    await drawn();
    expect(ran).toEqual([]);
  });

  test.each(['ArrowDown', 'Enter', 'Tab'])('are taken back by a hand that does something else: %s', async (name) => {
    const { ahead, read, drawn, front, ran } = standing();
    read('file A', new Promise(() => undefined));
    ahead.keep(key('KeyB', { altKey: true }));
    expect(ahead.keep(key(name, { key: name }))).toBe(false);
    front.hears = true;
    await drawn();
    expect(ran).toEqual([]);
  });

  test('a key of the window, or the mouse, takes them back too; Alt itself does not', async () => {
    for (const [other, left] of [
      ['forget', []],
      ['Alt', ['KeyB']],
    ] as const) {
      const { ahead, read, drawn, front, ran } = standing();
      read('file A', new Promise(() => undefined));
      ahead.keep(key('KeyB', { altKey: true }));
      if (other === 'forget') ahead.forget();
      else ahead.keep(key('AltLeft', { key: 'Alt', altKey: true }));
      front.hears = true;
      await drawn();
      expect(ran).toEqual(left);
    }
  });

  test('are forgotten where what was read has no use for them', async () => {
    const { ahead, read, drawn, front, ran } = standing();
    const answer = Promise.withResolvers();
    read('file A', answer.promise);
    ahead.keep(key('KeyB', { altKey: true }));
    answer.resolve(1);
    await vi.advanceTimersByTimeAsync(500);
    front.hears = true;
    await drawn();
    expect(ran).toEqual([]);
  });
});

describe('keys pressed while an act on one file of many is under way', () => {
  /** A list of files: A is in front, and an act on it is under way when Alt+B is pressed. */
  function worked() {
    const queries = new QueryClient();
    const ran: string[] = [];
    const list: { now: string | undefined; next: string | undefined } = { now: 'A', next: 'B' };
    const dialog = { open: true };
    const ahead = createKeysAhead(
      queries,
      () => {
        if (!dialog.open) ran.push(list.now ?? '');
        return !dialog.open;
      },
      () => ({ ...list }),
    );
    made.push(ahead.end);
    const done = Promise.withResolvers();
    const acting = new MutationObserver(queries, { mutationFn: () => done.promise, retry: false }).mutate();
    const read = Promise.withResolvers();
    async function end(): Promise<void> {
      done.resolve(1);
      await acting;
      // The list is read again, and the dialog of the act goes: the sheet beneath hears keys, of A still.
      new QueryObserver(queries, { queryKey: ['list'], queryFn: () => read.promise, retry: false }).subscribe(
        () => undefined,
      );
      dialog.open = false;
      ahead.changed();
      await vi.advanceTimersByTimeAsync(0);
    }
    async function shows(now: string | undefined, next: string | undefined): Promise<void> {
      Object.assign(list, { now, next });
      read.resolve(1);
      await vi.advanceTimersByTimeAsync(10);
      ahead.changed();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(ahead.keep(key('KeyB', { altKey: true }))).toBe(true);
    return { ran, end, shows };
  }

  test('reach the file that comes next, and not the one that was just done with', async () => {
    const { ran, end, shows } = worked();
    await end();
    expect(ran).toEqual([]);
    await shows('B', 'C');
    expect(ran).toEqual(['B']);
  });

  test('reach none where a colleague took the next one meanwhile', async () => {
    const { ran, end, shows } = worked();
    await end();
    await shows('C', 'D');
    expect(ran).toEqual([]);
    await vi.advanceTimersByTimeAsync(500);
    expect(ran).toEqual([]);
  });

  test('reach the same file where the act left it in its place', async () => {
    const { ran, end, shows } = worked();
    await end();
    await shows('A', 'B');
    expect(ran).toEqual(['A']);
  });
});
