import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../check/source-files.ts';
import type { Target } from './shipped.ts';

/** Before the switches of Electron that a packer sets, in its program. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron is delivered: a first version of eight switches, all in their first position. */
const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, 8]), Buffer.from('11111111')]);

/**
 * A folder that a packer takes for a runtime of the target: the files it looks for, and none that runs. The program of Windows is one that is at
 * hand, for the packer writes icon, version and the archive's hash into it, and only a real one has room for them.
 */
export function makeStandIn({ platform }: Target, folder: string): void {
  mkdirSync(path.join(folder, 'resources'), { recursive: true });
  mkdirSync(path.join(folder, 'locales'));
  for (const language of ['vi', 'en-US', 'fr']) writeFileSync(path.join(folder, `locales/${language}.pak`), language);
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'version', 'icudtl.dat'])
    writeFileSync(path.join(folder, file), 'stand-in');
  if (platform === 'win32') {
    const programs = path.join(root, 'node_modules/pdf-to-printer/dist');
    const [program = ''] = readdirSync(programs).filter((name) => name.endsWith('.exe'));
    writeFileSync(
      path.join(folder, 'electron.exe'),
      Buffer.concat([withoutSignature(readFileSync(path.join(programs, program))), wire]),
    );
    return;
  }
  for (const program of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) {
    writeFileSync(
      path.join(folder, program),
      program === 'electron' ? Buffer.concat([Buffer.from('stand-in'), wire]) : '',
    );
    chmodSync(path.join(folder, program), 0o755);
  }
}

/** The switches of a packed program as it bears them: '0' off, '1' on, 'r' taken away. */
export function readFuses(program: Buffer): string {
  const at = program.indexOf(sentinel);
  if (at === -1) throw new Error('the program bears no switches');
  const count = program[at + sentinel.length + 1] ?? 0;
  return program.toString('latin1', at + sentinel.length + 2, at + sentinel.length + 2 + count);
}

/** A program of Windows whose header points at no signature: what is signed, nothing may be written into. Of 32 bits, as the one at hand. */
function withoutSignature(program: Buffer): Buffer {
  const header = program.readUInt32LE(0x3c);
  const optional = header + 24;
  if (program.readUInt16LE(optional) !== 0x10b) throw new Error('the stand-in is no program of 32 bits');
  const signature = optional + 96 + 4 * 8;
  const at = program.readUInt32LE(signature);
  const copy = Buffer.from(at === 0 ? program : program.subarray(0, at));
  copy.fill(0, signature, signature + 8);
  return copy;
}
