import { once } from 'node:events';
import { type AddressInfo, type Socket, createServer } from 'node:net';
import type { RollPrinter } from '../../../electron/contract/common/printing/printers.ts';

/** How the printer behaves; `after` counts the bytes of papers it has taken on this call. */
export type Habit = {
  /** The byte for `DLE EOT n`, or nothing. */
  readonly status?: (about: number, after: number) => number | undefined;
  /** Whether `GS r` is answered. */
  readonly confirms?: boolean;
  /** Hangs up after so many bytes. */
  readonly closesAfter?: number;
  /** Takes nothing more after so many bytes. */
  readonly stallsAfter?: number;
};

const ready = 0x12;

/** A roll printer that is a listening socket: what it took of each call, in order. */
export class FakeRoll {
  readonly calls: Buffer[] = [];
  habit: Habit = {};
  readonly #server = createServer((socket) => this.#answer(socket));
  readonly #open = new Set<Socket>();

  async listen(): Promise<RollPrinter> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const { port } = this.#server.address() as AddressInfo;
    return { name: 'Cuộn quầy 1', host: '127.0.0.1', port, widthMm: 80 };
  }

  /** The papers it was sent, without the calls that only asked how it is. */
  get papers(): Buffer[] {
    return this.calls.filter((bytes) => bytes.includes(Buffer.from([0x1d, 0x76, 0x30])));
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #answer(socket: Socket): void {
    const call = this.calls.push(Buffer.alloc(0)) - 1;
    this.#open.add(socket);
    socket.on('close', () => this.#open.delete(socket));
    socket.on('error', () => undefined);
    let taken = 0;
    socket.on('data', (bytes: Buffer) => {
      const { status = () => ready, confirms = true, closesAfter = Infinity, stallsAfter = Infinity } = this.habit;
      // Status is asked in calls of three bytes; everything else is paper.
      if (bytes.length <= 9 && bytes[0] === 0x10 && bytes[1] === 0x04) {
        const byte = status(bytes[2] ?? 0, taken);
        if (byte !== undefined) socket.write(Uint8Array.of(byte));
        return;
      }
      taken += bytes.length;
      this.calls[call] = Buffer.concat([this.calls[call] ?? Buffer.alloc(0), bytes]);
      if (taken >= closesAfter) socket.destroy();
      else if (taken >= stallsAfter) socket.pause();
      else if (confirms && bytes.subarray(-3).equals(Buffer.from([0x1d, 0x72, 0x01]))) socket.write(Uint8Array.of(0));
    });
  }
}
