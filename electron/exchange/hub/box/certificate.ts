import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A self-signed certificate of ten years and its key, as PEM. Nobody believes its name: desks are told its SHA-256, so the few fields that TLS needs are enough. */
export type HubCertificate = { readonly certificate: string; readonly key: string };

const tenYears = 10 * 366 * 24 * 3600 * 1000;

/** @param now milliseconds since 1970 */
export function makeCertificate(now: number, lasting = tenYears): HubCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = sequence(identifier('1.2.840.10045.4.3.2'));
  const name = sequence(tagged(0x31, sequence(identifier('2.5.4.3'), tagged(0x0c, Buffer.from('mot-cua-hub')))));
  // A day back, for the clock of a counter that is behind by some hours.
  const validity = sequence(time(now - 24 * 3600 * 1000), time(now + lasting));
  // Positive, and of one length whatever was drawn: RFC 5280 4.1.2.2.
  const serial = Buffer.concat([Buffer.from([0x40]), randomBytes(15)]);
  const certificate = sequence(
    // X.509 version 3, RFC 5280 4.1.
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, serial),
    ecdsaWithSha256,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(extension('2.5.29.19', sequence()), extension('2.5.29.37', serverAuthentication))),
  );
  const signature = sign('sha256', certificate, privateKey);
  const whole = sequence(certificate, ecdsaWithSha256, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
  return { certificate: pem(whole), key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string };
}

function tagged(tag: number, body: Buffer): Buffer {
  const { length } = body;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function identifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = rest.flatMap((part) => {
    const groups = [part & 0x7f];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return tagged(0x06, Buffer.from([first * 40 + second, ...bytes]));
}

function extension(oid: string, value: Buffer): Buffer {
  return sequence(identifier(oid), tagged(0x04, value));
}

const serverAuthentication = sequence(identifier('1.3.6.1.5.5.7.3.1'));

/** UTCTime before 2050, GeneralizedTime from then on: RFC 5280 4.1.2.5. */
function time(moment: number): Buffer {
  const digits = new Date(moment).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  const isShort = Number(digits.slice(0, 4)) < 2050;
  return tagged(isShort ? 0x17 : 0x18, Buffer.from(isShort ? digits.slice(2) : digits));
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
