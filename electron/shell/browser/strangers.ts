import { readFileSync } from 'node:fs';
import type { IncomingMessage, Server } from 'node:http';

type Socket = IncomingMessage['socket'];

/** So many connections may stand open of which nobody knows yet whose they are; one more, and the oldest of them goes. */
const mostStrangers = 256;

export type Strangers = {
  /** Whoever speaks over this connection has shown the link or the cookie: it is counted among the strangers no longer. False where it is another account's. */
  admit(socket: Socket): boolean;
};

/**
 * Who may hold a connection: of those that have not shown who they are only as many as do no harm, or any program could lock the clerk out by opening them and
 * keeping still; and no other account of this computer, whatever it shows.
 */
export function watchStrangers(server: Server): Strangers {
  const strangers = new Set<Socket>();
  const admitted = new WeakSet<Socket>();
  server.on('connection', (socket) => {
    strangers.add(socket);
    socket.once('close', () => strangers.delete(socket));
    if (strangers.size <= mostStrangers) return;
    const [oldest] = strangers;
    oldest?.destroy();
  });
  return {
    admit(socket) {
      if (admitted.has(socket)) return true;
      // Looked up only now: the list is long, and a flood of those who show nothing would keep us reading it.
      if (isOfOtherAccount(socket)) return false;
      strangers.delete(socket);
      admitted.add(socket);
      return true;
    },
  };
}

/** Whether another person of this computer holds the other end; the system's own account may. Told by Linux alone: elsewhere link and cookie stand alone. */
function isOfOtherAccount(socket: Socket): boolean {
  if (process.platform !== 'linux' || process.getuid === undefined) return false;
  const uid = accountOf(socket);
  return uid !== undefined && uid !== 0 && uid !== process.getuid();
}

/** The account that holds the other end, from the system's list of connections; undefined where it is not in there. */
function accountOf({
  remoteAddress = '',
  remotePort = 0,
  localAddress = '',
  localPort = 0,
}: Socket): number | undefined {
  const [from, to] = [hex(remoteAddress, remotePort), hex(localAddress, localPort)];
  for (const list of ['tcp', 'tcp6']) {
    for (const line of readList(list).split('\n')) {
      const [, local = '', remote = '', , , , , uid = ''] = line.trim().split(/\s+/);
      // In the list of version 6 the same address stands behind a prefix.
      if (local.endsWith(from) && remote.endsWith(to)) return Number(uid);
    }
  }
  return undefined;
}

function readList(name: string): string {
  try {
    return readFileSync(`/proc/net/${name}`, 'utf8');
  } catch {
    return '';
  }
}

/** `127.0.0.1`, 8080 -> `0100007F:1F90`, as the list has it on machines that count from the small end, which all of ours do. */
function hex(address: string, port: number): string {
  const bytes = address
    .replace(/^::ffff:/, '')
    .split('.')
    .map((part) => Number(part).toString(16).padStart(2, '0'));
  return `${bytes.toReversed().join('')}:${port.toString(16).padStart(4, '0')}`.toUpperCase();
}
