import type { TLSSocket } from 'node:tls';
import type { Client } from 'pg';
import { HubFault, type HubFaultCode } from './link.ts';
import { type Now, openPinned } from './pinned.ts';

/** As whom one comes, and where. */
export type Coming = {
  /** `host:port`, tried in their order. */
  readonly addresses: readonly string[];
  readonly fingerprint: string;
  readonly database: string;
  readonly role: string;
  readonly secret: string;
};

/** One connection to PostgreSQL, behind a certificate that was looked at. One question at a time; each fault is a `HubFault`. */
export type HubSession = {
  ask<Row extends object>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** What another connection says on a channel that is listened to. */
  onNotice(told: (payload: string) => void): void;
  onEnd(told: () => void): void;
  /** The last moment of the certificate that was shown, milliseconds since 1970. */
  readonly certificateUntil: number;
  end(): Promise<void>;
};

/** How long one question may take: longer than any function of the hub needs, shorter than a person waits for a sign of life. */
const answerWithin = 20_000;

/** The one value that an expression comes to: what functions of ours answer. */
export function valueOf(session: Pick<HubSession, 'ask'>) {
  return async <T>(text: string, values: readonly unknown[] = []): Promise<T> => {
    const [row] = await session.ask<{ value: T }>(`SELECT ${text} AS value`, values);
    if (row === undefined) throw new HubFault('hub-broken');
    return row.value;
  };
}

/** Faults: every code but hub-other-version, hub-other-centre. */
export async function openSession(coming: Coming, now?: Now): Promise<HubSession> {
  return firstOf(coming, async (address) => {
    const { socket, until } = await openPinned({ ...partsOf(address), fingerprint: coming.fingerprint }, now);
    return openOver(socket, until, coming);
  });
}

async function openOver(socket: TLSSocket, until: number, { database, role, secret }: Coming): Promise<HubSession> {
  // Loaded with the first connection: an island never does.
  const { default: pg } = await import('pg');
  // The connection is there already; what pg does with a socket of its own is told it at once.
  const connected = Object.assign(socket, {
    connect: () => {
      setImmediate(() => socket.emit('connect'));
      return socket;
    },
  });
  const client = new pg.Client({
    stream: () => connected,
    ssl: false,
    host: 'hub',
    user: role,
    password: secret,
    database,
    application_name: 'mot-cua-desk',
    options: '-c search_path=pg_catalog -c client_min_messages=error',
    query_timeout: answerWithin,
    connectionTimeoutMillis: answerWithin,
  });
  return sessionOf(client, until, () => socket.destroy());
}

/** Which address of a hub answered last, by its certificate: a machine has addresses that nobody else can reach, and each is waited for. */
const answered = new Map<string, string>();

/**
 * The first that lets in; of those that do not, the last fault, but one of a certificate or of a server's rules before an absence. By another address this machine
 * comes from another network, which a line of pg_hba.conf may let in; of a word that is refused no address knows better.
 */
async function firstOf<T>({ addresses, fingerprint }: Coming, open: (address: string) => Promise<T>): Promise<T> {
  let worst = new HubFault('hub-away');
  const before = addresses.filter((address) => address === answered.get(fingerprint));
  for (const address of new Set([...before, ...addresses])) {
    try {
      const opened = await open(address);
      answered.set(fingerprint, address);
      return opened;
    } catch (error) {
      if (!(error instanceof HubFault)) throw error;
      if (worst.code === 'hub-away') worst = error;
      if (!passedOver.has(error.code)) throw error;
    }
  }
  throw worst;
}

/** Faults of an address, and of nothing that another one shares. */
const passedOver: ReadonlySet<HubFaultCode> = new Set([
  'hub-away',
  'hub-not-encrypted',
  'hub-other-fingerprint',
  'hub-certificate-expired',
  'hub-no-entry',
]);

function partsOf(address: string): { host: string; port: number } {
  const at = address.lastIndexOf(':');
  return { host: address.slice(0, at).replace(/^\[(.*)\]$/, '$1'), port: Number(address.slice(at + 1)) };
}

async function sessionOf(client: Client, certificateUntil: number, drop: () => void): Promise<HubSession> {
  const ended: (() => void)[] = [];
  let open = true;
  function over(): void {
    if (!open) return;
    open = false;
    for (const told of ended) told();
  }
  client.on('end', over);
  client.on('error', () => {
    drop();
    over();
  });
  try {
    await client.connect();
  } catch (error) {
    drop();
    throw faultOf(error);
  }
  const own = (client as Client & { processID?: number | null }).processID;

  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  }

  return {
    ask: (text, values = []) =>
      inTurn(async () => {
        if (!open) throw new HubFault('hub-away');
        try {
          const { rows } = await client.query({ text, values: [...values] });
          return rows as never;
        } catch (error) {
          const fault = faultOf(error);
          // Of a question without an answer nobody knows how it ended; nor do later ones on that connection.
          if (fault.code === 'hub-away') {
            drop();
            over();
          }
          throw fault;
        }
      }),
    onNotice: (told) =>
      client.on('notification', ({ processId, payload }) => {
        if (processId !== own) told(payload ?? '');
      }),
    onEnd: (told) => ended.push(told),
    certificateUntil,
    end: async () => {
      if (open) await Promise.race([client.end(), new Promise((done) => setTimeout(done, 1_000).unref())]);
      drop();
      over();
    },
  };
}

/** By SQLSTATE: appendix A of PostgreSQL's manual, and the hub's own (schema.ts). */
const faults: readonly (readonly [RegExp, HubFaultCode])[] = [
  [/^HB002$/, 'hub-place-taken'],
  [/^(HB00[13]|28...|42501|22...)$/, 'hub-refused'],
  [/^3D000$/, 'hub-other-centre'],
  [/^(3F000|42...)$/, 'hub-other-version'],
  [/^53...$/, 'hub-full'],
  // Being shut down, starting up, a lock that was not to be had: it will be there again.
  [/^(57...|08...|40...|55...)$/, 'hub-away'],
];

function faultOf(error: unknown): HubFault {
  if (error instanceof HubFault) return error;
  const code = (error as { code?: unknown }).code;
  // What PostgreSQL says where no line of pg_hba.conf fits has the state of a wrong role, and is said in another place of its source.
  if (code === '28000' && (error as { routine?: unknown }).routine === 'ClientAuthentication')
    return new HubFault('hub-no-entry', error);
  const isState = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  if (!isState) return new HubFault('hub-away', error);
  return new HubFault(faults.find(([form]) => form.test(code))?.[1] ?? 'hub-broken', error);
}
