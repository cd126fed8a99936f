import fc from 'fast-check';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readLines } from '../../../electron/shell/command-line/commands/read-input.ts';
import { findDocumentId } from '../../../electron/shell/command-line/outcome.ts';
import { type World, writeJson } from '../../../electron/shell/command-line/world.ts';

async function linesOf(chunks: readonly Buffer[], maxBytes = 1000): Promise<(string | undefined)[]> {
  const lines: (string | undefined)[] = [];
  for await (const line of readLines(Readable.from(chunks), maxBytes)) lines.push(line);
  return lines;
}

describe('lines of a stream', () => {
  test('are the same however the bytes are cut, Vietnamese letters across two pieces included', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'ễ', 'ỡ', '{', '"', 'Đ', '😀'), minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 8 }),
        fc.constantFrom('\n', '\r\n', '\n\n', '\n \n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        async (lines, end, last, size) => {
          const bytes = Buffer.from(lines.join(end) + (last ? end : ''));
          const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
            bytes.subarray(at * size, (at + 1) * size),
          );
          expect(await linesOf(pieces)).toEqual(lines);
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });

  test('one too long comes as undefined, and the next ones come whole', async () => {
    const chunks = ['ok\n', 'x'.repeat(8), 'x'.repeat(8), '\nexactly-10\n', 'y'.repeat(11), '\nend'].map((text) =>
      Buffer.from(text),
    );
    expect(await linesOf(chunks, 10)).toEqual(['ok', undefined, 'exactly-10', undefined, 'end']);
  });

  test('are taken only when asked for: a writer far ahead is held back', async () => {
    let made = 0;
    const endless = new Readable({
      highWaterMark: 64,
      read() {
        made += 1;
        this.push(`line ${made}\n`);
      },
    });
    const reader = readLines(endless, 1000);
    for (let count = 0; count < 5; count += 1) await reader.next();
    expect(made).toBeLessThan(100);
    await reader.return(undefined);
  });
});

describe('answers', () => {
  function worldWith(stdout: PassThrough, stop = new AbortController()): World {
    return { stdin: Readable.from([]), stdout, stderr: new PassThrough(), env: {}, stop: stop.signal };
  }

  test('wait for a slow reader', async () => {
    const stdout = new PassThrough({ highWaterMark: 16 });
    let done = false;
    const written = writeJson(worldWith(stdout), { text: 'longer than sixteen bytes' }).then(() => (done = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(done).toBe(false);
    expect(JSON.parse(String(stdout.read()))).toEqual({ text: 'longer than sixteen bytes' });
    await written;
    expect(done).toBe(true);
  });

  test('do not wait for a reader that went away', async () => {
    const stop = new AbortController();
    const written = writeJson(worldWith(new PassThrough({ highWaterMark: 1 }), stop), 'nobody reads this');
    stop.abort();
    await expect(written).resolves.toBeUndefined();
  });
});

test.each([
  [{ documentId: 'a', documents: [{ documentId: 'b' }] }, 'a'],
  [{ documents: [{ documentId: 'b' }, { documentId: 'c' }] }, 'b'],
  [{ documents: [] }, undefined],
  [{ text: 'x' }, undefined],
  [null, undefined],
  ['documentId', undefined],
])('of the answer %j the document is %s', (value, id) => expect(findDocumentId(value)).toBe(id));
