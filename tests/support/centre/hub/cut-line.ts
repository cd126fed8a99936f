import { once } from 'node:events';
import net from 'node:net';

/** A line to the hub that is cut after so many bytes one way or the other, as cables are: what passed before has arrived. */
export type CutLine = {
  readonly port: number;
  /** Counted from now on, over all connections of the line. */
  cutAfter(bytes: number, way: 'up' | 'down'): void;
  /** Nothing passes any more, and nobody is told: a cable that was pulled. */
  freeze(): void;
  close(): Promise<void>;
};

export async function lineTo(port: number): Promise<CutLine> {
  const sockets = new Set<net.Socket>();
  let left: { way: 'up' | 'down'; bytes: number } | undefined;
  let frozen = false;

  function pass(from: net.Socket, to: net.Socket, way: 'up' | 'down'): void {
    from.on('data', (bytes: Buffer) => {
      if (frozen) return;
      if (left?.way !== way || left.bytes > bytes.length) {
        if (left?.way === way) left.bytes -= bytes.length;
        to.write(bytes);
        return;
      }
      to.write(bytes.subarray(0, left.bytes), () => {
        for (const socket of sockets) socket.destroy();
      });
      left = undefined;
    });
    from.on('close', () => !frozen && to.destroy());
    from.on('error', () => undefined);
  }

  const server = net.createServer((desk) => {
    const hub = net.connect(port, '127.0.0.1');
    for (const socket of [desk, hub]) sockets.add(socket);
    pass(desk, hub, 'up');
    pass(hub, desk, 'down');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as net.AddressInfo).port,
    cutAfter: (bytes, way) => {
      left = { way, bytes };
    },
    freeze: () => {
      frozen = true;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
