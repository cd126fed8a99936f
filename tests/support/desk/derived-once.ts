import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/**
 * A key that was derived from this password, salt and cost is the same the next time: it is remembered for as long as the process of the tests lives. The first
 * is derived at its full cost by Node's own function, a third of a second of one core, and its cost stands in what the office keeps, as at a counter. Offices of
 * tests are copies of a few, whose people sign in again and again with one password.
 */
type Derive = typeof crypto.scrypt;

const mark = Symbol.for('derived once');
const most = 2000;

function derivedOnce(derive: Derive): Derive {
  const known = new Map<string, Buffer>();
  const once = (
    password: crypto.BinaryLike,
    salt: crypto.BinaryLike,
    length: number,
    options: crypto.ScryptOptions,
    answer: (error: Error | null, key: Buffer) => void,
  ): void => {
    const asked = JSON.stringify([text(password), text(salt), length, options]);
    const found = known.get(asked);
    // Who asks may wipe what they get.
    if (found !== undefined) return void setImmediate(() => answer(null, Buffer.from(found)));
    derive(password, salt, length, options, (error, key) => {
      if (error === null) {
        if (known.size >= most) known.clear();
        known.set(asked, Buffer.from(key));
      }
      answer(error, key);
    });
  };
  return Object.assign(once as Derive, { [mark]: true });
}

function text(value: crypto.BinaryLike): string {
  if (typeof value === 'string') return `text ${value}`;
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
}

if (!(mark in crypto.scrypt)) {
  crypto.scrypt = derivedOnce(crypto.scrypt);
  syncBuiltinESMExports();
}
