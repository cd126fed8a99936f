import { describe, expect, test } from 'vitest';
import { type EnrolmentCode, readCode, writeCode } from '../../../electron/exchange/hub/code.ts';
import { OwnerRefusal, readHubUrl, writeHubUrl } from '../../../electron/exchange/hub/owner.ts';
import { verifierOf } from '../../../electron/exchange/hub/scram.ts';

const code: EnrolmentCode = {
  centre: '27112',
  desk: 'Q3',
  no: 3,
  place: {
    addresses: ['10.1.2.3:5460', '127.0.0.1:5460'],
    fingerprint: 'ab'.repeat(32),
    database: 'hub',
    role: 'desk_27112_3_0a0b0c0d',
    secret: 'lời-mật',
  },
  enrolPrivate: Buffer.alloc(32, 5),
};

describe('a code', () => {
  test('is read as it was written, whatever white space a message put into it', () => {
    const text = writeCode(code);
    expect(text).toMatch(/^MCH1\.[\w-]+$/);
    expect(readCode(text)).toEqual(code);
    expect(readCode(` ${text.slice(0, 70)}\n ${text.slice(70)} `)).toEqual(code);
  });

  test.each([
    ['nothing', ''],
    ['another form', writeCode(code).replace('MCH1', 'MCH2')],
    ['a part of one', writeCode(code).slice(0, -1)],
    ['half of one', writeCode(code).slice(0, 120)],
    ['other signs', `MCH1.${Buffer.alloc(100, 7).toString('base64url')}`],
    ['other fields', `MCH1.${Buffer.concat([Buffer.alloc(64), Buffer.from('[1,2,3,4,5,6,7]')]).toString('base64url')}`],
  ])('%s is none', (_, text) => {
    expect(readCode(text)).toBeUndefined();
  });
});

describe('HUB_URL', () => {
  const coming = { ...code.place, addresses: ['db.example.vn:5432'], secret: 'p@ss/w:rd' };

  test('is read as it was written', () => {
    expect(readHubUrl(writeHubUrl(coming))).toEqual(coming);
  });

  test.each(['sha256 Fingerprint=', 'SHA256 Fingerprint=', ''])(
    'takes the fingerprint as openssl prints it: %s9C:…',
    (before) => {
      const printed = (coming.fingerprint.toUpperCase().match(/../g) ?? []).join(':');
      expect(readHubUrl(writeHubUrl(coming).replace(coming.fingerprint, `${before}${printed}`))).toEqual(coming);
    },
  );

  test.each([
    ['is missing', undefined, 'no-url'],
    ['is no address', 'somewhere', 'no-url'],
    ['is of another protocol', 'https://a:b@c/d', 'no-url'],
    ['names no word', 'postgres://hub@host:1/hub', 'no-url'],
    ['names no database', 'postgres://hub:x@host:1/', 'no-url'],
    ['names no certificate', 'postgres://hub:x@host:1/hub', 'url-without-fingerprint'],
  ])('that %s is told', (_, text, trouble) => {
    expect(() => readHubUrl(text)).toThrow(new OwnerRefusal(trouble as OwnerRefusal['trouble']));
  });
});

test('a verifier is what PostgreSQL makes of the same word and salt', () => {
  // RFC 7677's example of SCRAM-SHA-256: word `pencil`, this salt, 4096 rounds; its keys as PostgreSQL 15 writes them.
  expect(verifierOf('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'))).toBe(
    'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
  );
});
