import { once } from 'node:events';
import { X509Certificate } from 'node:crypto';
import net from 'node:net';
import tls from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { makeCertificate } from '../../../electron/exchange/hub/box/certificate.ts';
import { fingerprintOf, openPinned } from '../../../electron/exchange/hub/pinned.ts';
import { faultOf } from '../../support/centre/hub/rows.ts';

const now = Date.parse('2026-12-01T08:00:00+07:00');
const year = 366 * 24 * 3600 * 1000;
/** What asks for TLS: all that may be said before a certificate was looked at. */
const asking = Buffer.from('0000000804d2162f', 'hex');

const servers: net.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

type Server = { readonly port: number; readonly plain: Buffer[]; readonly secured: Buffer[] };

/** What stands where a PostgreSQL should; `answer` is what it says to the wish for TLS, and what it heard is kept. */
async function listen(answer: string, certificate?: { certificate: string; key: string }): Promise<Server> {
  const [plain, secured]: Buffer[][] = [[], []];
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (bytes) => {
      plain?.push(bytes);
      socket.write(answer);
      if (certificate === undefined) {
        socket.on('data', (more) => plain?.push(more));
        return;
      }
      const inside = new tls.TLSSocket(socket, {
        isServer: true,
        cert: certificate.certificate,
        key: certificate.key,
      });
      inside.on('error', () => undefined);
      inside.on('data', (more: Buffer) => secured?.push(more));
    });
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as net.AddressInfo).port, plain: plain ?? [], secured: secured ?? [] };
}

function open({ port }: Server, fingerprint: string): Promise<tls.TLSSocket> {
  return openPinned({ host: '127.0.0.1', port, fingerprint }, () => now).then(({ socket }) => socket);
}

describe('a certificate of ours', () => {
  test('is one that OpenSSL reads, of ten years, signed by its own key', () => {
    const made = new X509Certificate(makeCertificate(now).certificate);
    expect(made.subject).toBe('CN=mot-cua-hub');
    expect(made.verify(made.publicKey)).toBe(true);
    expect(Date.parse(made.validFrom)).toBeLessThan(now);
    expect(Date.parse(made.validTo)).toBeGreaterThan(now + 9.9 * year);
    expect(Date.parse(made.validTo)).toBeLessThan(now + 10.1 * year);
  });

  test('of 2050 and later is written as that year', () => {
    const late = Date.parse('2049-06-01T00:00:00Z');
    expect(new X509Certificate(makeCertificate(late).certificate).validTo).toMatch(/2059 GMT$/);
  });

  test('no two are the same', () => {
    expect(fingerprintOf(makeCertificate(now).certificate)).not.toBe(fingerprintOf(makeCertificate(now).certificate));
  });
});

describe('before a word is said', () => {
  test('the one that the code names opens', async () => {
    const certificate = makeCertificate(now);
    const server = await listen('S', certificate);
    const socket = await open(server, fingerprintOf(certificate.certificate).toUpperCase());
    expect(socket.encrypted).toBe(true);
    expect(server.plain).toEqual([asking]);
    expect(server.secured).toEqual([]);
    socket.destroy();
  });

  test.each([
    ['another certificate', makeCertificate(now), now, 'hub-other-fingerprint'],
    ['one that has expired', makeCertificate(now - 2 * year, year), undefined, 'hub-certificate-expired'],
    ['one that is not valid yet', makeCertificate(now + year), undefined, 'hub-certificate-expired'],
  ])('%s is refused, and it has heard nothing', async (_, shown, other, fault) => {
    const server = await listen('S', shown);
    const expected = other === undefined ? shown : makeCertificate(other);
    expect(await faultOf(open(server, fingerprintOf(expected.certificate)))).toBe(fault);
    expect(server.plain).toEqual([asking]);
    expect(server.secured).toEqual([]);
  });

  test.each([
    ['has no TLS', 'N'],
    ['answers with an error', 'E'],
    ['speaks another protocol', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['says more than it was asked, before TLS', 'SN'],
  ])('a server that %s hears nothing more', async (_, answer) => {
    const server = await listen(answer);
    expect(await faultOf(open(server, '00'.repeat(32)))).toBe('hub-not-encrypted');
    expect(server.plain).toEqual([asking]);
  });

  test('nobody at that port is an absence', async () => {
    const server = await listen('S');
    await new Promise((done) => servers.pop()?.close(done));
    expect(await faultOf(open(server, '00'.repeat(32)))).toBe('hub-away');
  });
});
