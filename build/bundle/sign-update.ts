import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type UpdateHead, firstLine } from '../../electron/shell/update/update-file.ts';

/** An installer with what says of it, signed: the whole of an update file. `key` is a private key of Ed25519 as PEM. */
export function signedUpdate(said: Omit<UpdateHead, 'bytes' | 'sha256'>, installer: Uint8Array, key: string): Buffer {
  const head: UpdateHead = {
    ...said,
    bytes: installer.length,
    sha256: createHash('sha256').update(installer).digest('hex'),
  };
  const signed = Buffer.from(`${firstLine}\n${JSON.stringify(head)}\n`);
  const signature = sign(null, signed, createPrivateKey(key)).toString('base64url');
  return Buffer.concat([signed, Buffer.from(`${signature}\n`), installer]);
}

/** A pair for releases: the private half as PEM, the public one as release-keys.ts holds it. */
export function newReleaseKey(): { readonly pem: string; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url');
  return { pem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), publicKey: raw };
}

const kinds = { '.exe': 'nsis', '.deb': 'deb', '.AppImage': 'appimage' } as const;

/**
 * By hand, on the computer that holds the key and no network (docs/topics/release-key.md):
 * `node build/bundle/sign-update.ts new-key KEY.pem`, and `node build/bundle/sign-update.ts INSTALLER VERSION MIN-READER PLATFORM-ARCH KEY.pem`.
 */
function main([first = '', ...rest]: readonly string[]): void {
  if (first === 'new-key' && rest[0] !== undefined) {
    const { pem, publicKey } = newReleaseKey();
    writeFileSync(rest[0], pem, { mode: 0o600, flag: 'wx' });
    process.stdout.write(`${publicKey}\n`);
    return;
  }
  const [version = '', minReader = '', system = '', keyFile = ''] = rest;
  const [platform = '', arch = ''] = system.split('-');
  const kind = kinds[path.extname(first) as keyof typeof kinds];
  if (kind === undefined || keyFile === '') throw new Error('INSTALLER VERSION MIN-READER PLATFORM-ARCH KEY.pem');
  const said = { version, platform, arch, kind, minReader, fileName: path.basename(first) };
  const out = `mot-cua-desk-${version}-${system}.update`;
  writeFileSync(out, signedUpdate(said, readFileSync(first), readFileSync(keyFile, 'utf8')), { flag: 'wx' });
  process.stdout.write(`${out}\n`);
}

if (process.argv[1] === import.meta.filename) main(process.argv.slice(2));
