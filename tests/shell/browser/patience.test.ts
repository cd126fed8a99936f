import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import { type Socket, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { endSilent } from '../../../electron/shell/browser/patience.ts';

const patience = { headers: 60, body: 120 };
let server: Server;
const sockets: Socket[] = [];

beforeEach(async () => {
  server = createServer((request, response) => {
    // Who is ended in the middle of a body is heard no further.
    void text(request).then(
      (said) => response.end(`heard ${said.length}`),
      () => undefined,
    );
  });
  endSilent(server, patience);
  server.listen({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.close();
});

async function open(): Promise<Socket> {
  const { port } = server.address() as { port: number };
  const socket = connect({ host: '127.0.0.1', port });
  socket.on('error', () => undefined);
  sockets.push(socket);
  const met = once(server, 'connection');
  await once(socket, 'connect');
  await met;
  return socket;
}

async function answerOf(socket: Socket): Promise<string> {
  let heard = '';
  socket.setEncoding('utf8').on('data', (more: string) => (heard += more));
  await once(socket, 'close');
  return heard;
}

/** As a commit does on a disk that takes its time: nothing of this process goes on. */
function standStill(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

test('who is silent is ended, who says half as well', async () => {
  const silent = await open();
  const half = await open();
  half.write('GET / HTTP/1.1\r\nX-Slow: ');
  const body = await open();
  body.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{');
  expect(await Promise.all([silent, half, body].map(answerOf))).toEqual(['', '', '']);
});

test.each([
  ['a whole question', 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 'heard 0'],
  [
    'a long body',
    `POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 600000\r\n\r\n${'x'.repeat(600_000)}`,
    'heard 600000',
  ],
])('who spoke while the desk stood still is heard, however long that was: %s', async (_what, said, heard) => {
  const socket = await open();
  const answer = answerOf(socket);
  socket.write(said);
  standStill(5 * patience.body);
  expect(await answer).toContain(heard);
});
