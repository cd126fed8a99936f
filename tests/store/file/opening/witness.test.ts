import { closeSync, fstatSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Testimony, type Witness, openWitness } from '../../../../electron/store/file/opening/witness.ts';
import { newFolder } from '../../../support/desk/folder.ts';

/** What is asked of the disk, in the order it was asked and answered; the real disk answers. */
const asked: string[] = [];
const handles: number[] = [];

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return {
    ...fs,
    openSync: (...told: Parameters<typeof fs.openSync>) => {
      const handle = fs.openSync(...told);
      handles.push(handle);
      return handle;
    },
    writeSync: (handle: number, text: string, at: number, how: BufferEncoding) => {
      asked.push(`write ${at}`);
      return fs.writeSync(handle, text, at, how);
    },
    fdatasyncSync: (handle: number) => {
      fs.fdatasyncSync(handle);
      asked.push('synced');
    },
    fdatasync: (handle: number, done: (error: Error | null) => void) => {
      asked.push('sync asked');
      fs.fdatasync(handle, (error) => {
        asked.push('synced beside');
        done(error);
      });
    },
  };
});

function said(seq: number): Testimony {
  return { desk: 'desk', seq, hash: `hash ${seq}`, marks: [{ series: 'day', last: seq }] };
}

function open(file: string, failed: (error: unknown) => void = (error) => expect.unreachable(String(error))): Witness {
  return openWitness({ readFrom: [file], writeTo: () => file, failed });
}

/** Until the disk has answered so often. */
const disk = async (times: number): Promise<unknown> =>
  vi.waitFor(() => expect(asked.filter((one) => one === 'synced beside')).toHaveLength(times));

describe('a witness that is told beside the answer', () => {
  let file = '';
  beforeEach(() => {
    file = path.join(newFolder(), 'witness');
    asked.length = 0;
    handles.length = 0;
  });

  test('its first word is on the disk before anybody goes on', () => {
    const witness = open(file);
    witness.note(said(1), 'beside');
    expect(asked).toEqual(['write 4096', 'synced']);
    witness.close();
  });

  test('then the system has it at once, and the disk is asked behind the answer', async () => {
    const witness = open(file);
    witness.note(said(1), 'at-once');
    asked.length = 0;
    witness.note(said(2), 'beside');
    expect(asked).toEqual(['write 0']);
    // A process that is killed here has told it all the same.
    expect(open(file).before).toEqual(said(2));
    await disk(1);
    witness.close();
  });

  test('the whole slot is not written over before the other one is on the disk', async () => {
    const witness = open(file);
    witness.note(said(1), 'at-once');
    asked.length = 0;
    witness.note(said(2), 'beside');
    witness.note(said(3), 'beside');
    expect(asked).toEqual(['write 0', 'synced', 'write 4096']);
    // Nor before it was answered that was asked.
    asked.length = 0;
    await setImmediate();
    expect(asked).toEqual(['sync asked']);
    witness.note(said(4), 'beside');
    expect(asked.slice(1)).toEqual(['synced', 'write 0']);
    await disk(2);
    // Nothing is on its way now: nobody waits.
    asked.length = 0;
    witness.note(said(5), 'beside');
    expect(asked).toEqual(['write 4096']);
    await disk(1);
    witness.close();
  });

  test('closed meanwhile, all of it is on the disk, and the file is let go once the disk has answered', async () => {
    const witness = open(file);
    witness.note(said(1), 'at-once');
    witness.note(said(2), 'beside');
    witness.note(said(3), 'soon');
    witness.close();
    const [handle = -1] = handles;
    expect(asked.slice(-3)).toEqual(['synced', 'write 4096', 'synced']);
    await vi.waitFor(() => expect(() => fstatSync(handle)).toThrow('EBADF'));
    expect(open(file).before).toEqual(said(3));
  });

  test('a slot written in part by a power cut leaves what was told before it', () => {
    const witness = open(file);
    for (const seq of [1, 2, 3]) witness.note(said(seq), 'at-once');
    witness.close();
    const bytes = readFileSync(file);
    bytes.fill(0, 4096 + 70, 4096 + 80);
    writeFileSync(file, bytes);
    expect(open(file).before).toEqual(said(2));
  });

  test('a disk that fails beside the answer is told, and keeps nobody from working', () => {
    const failures: unknown[] = [];
    const witness = open(file, (error) => failures.push(error));
    witness.note(said(1), 'at-once');
    closeSync(handles[0] ?? -1);
    witness.note(said(2), 'beside');
    expect(String(failures[0])).toContain('EBADF');
  });
});
