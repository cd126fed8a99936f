import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { type Fault, fault } from '../../../contract/base/fault.ts';
import { readJson } from '../../../contract/base/foreign-json.ts';
import { inputIssue } from '../../../contract/base/input-issues.ts';

/** The largest input of one call, in bytes. */
export const maxInputBytes = 4_194_304;

/** The value of a JSON file, of stdin for `-`, or `{}` for nothing; a fault where there is no such file, no JSON, or too much. */
export async function readInput(
  source: string | undefined,
  stdin: Readable,
): Promise<{ readonly value: unknown } | Fault<'input-invalid'>> {
  if (source === undefined) return { value: {} };
  const text = await readText(source === '-' ? stdin : createReadStream(source));
  return typeof text === 'string' ? parseJson(text) : text;
}

export function parseJson(text: string): { readonly value: unknown } | Fault<'input-invalid'> {
  // UTF-16 without its mark is good UTF-8 with a zero beside every letter.
  return readJson(text) ?? inputInvalid(text.includes('\u0000') ? 'not-utf-8' : 'not-json');
}

export function inputInvalid(message: string): Fault<'input-invalid'> {
  return fault('input-invalid', { issues: [inputIssue('', message)] });
}

async function readText(stream: Readable): Promise<string | Fault<'input-invalid'>> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer | string>) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > maxInputBytes) return inputInvalid('input-too-large');
      chunks.push(bytes);
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return inputInvalid(code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'not-utf-8' : `file-unreadable:${code}`);
  }
}

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
