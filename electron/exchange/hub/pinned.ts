import { X509Certificate } from 'node:crypto';
import net from 'node:net';
import tls from 'node:tls';
import { HubFault } from './link.ts';

/**
 * A connection to a PostgreSQL whose certificate is the one that is expected, before a byte of ours is said: the eight bytes that ask for TLS name nobody.
 * PostgreSQL's own clients believe a name or an authority; a desk believes the one certificate of its code.
 */

/** What PostgreSQL reads as a wish for TLS: its length, and 80877103. */
const tlsWanted = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

export type PinnedAddress = {
  readonly host: string;
  readonly port: number;
  /** SHA-256 of the certificate, 64 hexadecimal digits. */
  readonly fingerprint: string;
};

/** By the clock of the machine, milliseconds since 1970. */
export type Now = () => number;

/** The connection, and the last moment of the certificate that was shown on it, milliseconds since 1970. */
type Pinned = { readonly socket: tls.TLSSocket; readonly until: number };

const connectWithin = 4_000;

/** Faults: hub-away, hub-not-encrypted, hub-other-fingerprint, hub-certificate-expired. */
export async function openPinned({ host, port, fingerprint }: PinnedAddress, now: Now = Date.now): Promise<Pinned> {
  const plain = net.connect({ host, port });
  plain.setNoDelay(true);
  // A cable that was pulled says nothing: the system asks after ten quiet seconds.
  plain.setKeepAlive(true, 10_000);
  const socket = await within(connectWithin, plain, async () => {
    await told(plain, 'connect');
    plain.write(tlsWanted);
    const answer = await firstByte(plain);
    // Anything more than the one letter would be words said before the handshake, which nobody vouches for.
    if (answer.length !== 1 || answer[0] !== 'S'.charCodeAt(0)) throw new HubFault('hub-not-encrypted');
    const secured = tls.connect({ socket: plain, rejectUnauthorized: false, minVersion: 'TLSv1.2' });
    await told(secured, 'secureConnect');
    return secured;
  });
  // Asked once: a second time nothing is answered.
  const shown = socket.getPeerX509Certificate();
  const wrong = faultOf(shown, fingerprint, now());
  if (wrong === undefined && shown !== undefined) return { socket, until: Date.parse(shown.validTo) };
  socket.destroy();
  throw wrong;
}

function faultOf(found: X509Certificate | undefined, fingerprint: string, now: number): HubFault | undefined {
  if (found === undefined || plainDigits(found.fingerprint256) !== plainDigits(fingerprint))
    return new HubFault('hub-other-fingerprint', found && new Error(`it shows ${plainDigits(found.fingerprint256)}`));
  const isValid = Date.parse(found.validFrom) <= now && now <= Date.parse(found.validTo);
  return isValid ? undefined : new HubFault('hub-certificate-expired');
}

function plainDigits(fingerprint: string): string {
  return fingerprint.replaceAll(':', '').toLowerCase();
}

/** SHA-256 of a certificate in PEM, as codes and commands write it. */
export function fingerprintOf(pem: string): string {
  return plainDigits(new X509Certificate(pem).fingerprint256);
}

function firstByte(socket: net.Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    socket.once('data', (bytes: Buffer) => {
      socket.pause();
      resolve(bytes);
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new HubFault('hub-not-encrypted')));
  });
}

function told(socket: net.Socket, event: 'connect' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once(event, () => resolve());
    socket.once('error', reject);
    socket.once('close', () => reject(new HubFault('hub-away')));
  });
}

async function within<T>(milliseconds: number, socket: net.Socket, work: () => Promise<T>): Promise<T> {
  // Whatever comes after it was given up has nobody to hear it.
  socket.on('error', () => undefined);
  const timer = setTimeout(() => socket.destroy(new Error('no answer in time')), milliseconds);
  try {
    return await work();
  } catch (error) {
    socket.destroy();
    throw error instanceof HubFault ? error : new HubFault('hub-away', error);
  } finally {
    clearTimeout(timer);
  }
}
