import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import tls from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type HubBox, startBox } from '../../../../electron/exchange/hub/box/box.ts';
import { openSession } from '../../../../electron/exchange/hub/session.ts';
import { hasPostgres, newFolder } from '../../../support/centre/hub/office-hub.ts';
import { faultOf } from '../../../support/centre/hub/rows.ts';

/** A code holds each address of its server, and a computer comes to each from another network: what one of them refuses the next may let in. */
describe.skipIf(!hasPostgres)('a server with two addresses', () => {
  const folder = newFolder();
  let box: HubBox;
  const servers: net.Server[] = [];
  beforeAll(async () => {
    box = await startBox({ folder, env: process.env });
  });
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  afterAll(() => box.stop());

  /** The same server seen by an address of its own: its certificate, and what it says to who is not let in. */
  async function refusing(code: string, routine: string): Promise<{ address: string; readonly asked: number }> {
    const [key, cert] = ['server.key', 'server.crt'].map((file) => readFileSync(path.join(folder, 'postgres', file)));
    const seen = { address: '', asked: 0 };
    const server = net.createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        socket.write('S');
        const inside = new tls.TLSSocket(socket, { isServer: true, key, cert });
        inside.on('error', () => undefined);
        inside.once('data', () => {
          seen.asked += 1;
          const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0Mno\0R${routine}\0\0`);
          const length = Buffer.alloc(4);
          length.writeInt32BE(fields.length + 4);
          inside.end(Buffer.concat([Buffer.from('E'), length, fields]));
        });
      });
    });
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    seen.address = `127.0.0.1:${(server.address() as net.AddressInfo).port}`;
    return seen;
  }

  test('is reached by the second where no line of its rules lets in by the first', async () => {
    const first = await refusing('28000', 'ClientAuthentication');
    const session = await openSession({ ...box.owner, addresses: [first.address, `localhost:${box.port}`] });
    expect(await session.ask('SELECT 1 AS is')).toEqual([{ is: 1 }]);
    await session.end();
    expect(first.asked).toBe(1);
    // The address that let in is the first from then on.
    await (await openSession({ ...box.owner, addresses: [first.address, `localhost:${box.port}`] })).end();
    expect(first.asked).toBe(1);
  });

  test('that lets in by none says so, and not that nobody is there', async () => {
    const first = await refusing('28000', 'ClientAuthentication');
    expect(await faultOf(openSession({ ...box.owner, addresses: [first.address, '127.0.0.1:1'] }))).toBe(
      'hub-no-entry',
    );
  });

  test('that refuses the word is not asked again by its other address', async () => {
    const [first, second] = [await refusing('28P01', 'auth_failed'), await refusing('28P01', 'auth_failed')];
    const coming = { ...box.owner, addresses: [first.address, second.address] };
    expect(await faultOf(openSession(coming))).toBe('hub-refused');
    expect([first.asked, second.asked]).toEqual([1, 0]);
  });
});
