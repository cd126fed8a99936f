import type { Readable } from 'node:stream';

const lineEnd = 0x0a;

/**
 * The lines of a stream, one at a time and only when asked, so that a fast writer waits for the desk. A line longer than
 * `maxBytes` comes as undefined and is not kept in memory. Blank lines are passed over.
 */
export async function* readLines(stream: Readable, maxBytes: number): AsyncGenerator<string | undefined> {
  let parts: Buffer[] = [];
  let size = 0;

  function add(part: Buffer): void {
    size += part.length;
    if (size <= maxBytes) parts.push(part);
    else parts = [];
  }

  function take(): string | undefined {
    const line = size > maxBytes ? undefined : Buffer.concat(parts).toString('utf8').trim();
    parts = [];
    size = 0;
    return line;
  }

  for await (const chunk of stream as AsyncIterable<Buffer | string>) {
    let rest = Buffer.from(chunk);
    for (let end = rest.indexOf(lineEnd); end !== -1; end = rest.indexOf(lineEnd)) {
      add(rest.subarray(0, end));
      rest = rest.subarray(end + 1);
      const line = take();
      if (line !== '') yield line;
    }
    add(rest);
  }
  const last = take();
  if (last !== '') yield last;
}
