import { HubFault } from './link.ts';
import { asOwner, getCentre } from './owner.ts';
import type { Coming } from './session.ts';

/** Who is in a centre and how far, for who keeps its hub. */

type DeskStatus = {
  readonly no: number;
  readonly code: string;
  readonly uuid: string | null;
  readonly state: 'enrolled' | 'joined' | 'closed';
  readonly connected: boolean;
  /** Milliseconds since 1970, by the hub's clock. */
  readonly lastSeen: number | null;
  readonly secondsSince: number | null;
  readonly format: number;
  readonly register: number;
  readonly machine: number;
  readonly ranges: readonly (readonly [number, number])[];
};

export type HubStatus = {
  readonly centre: string;
  readonly version: number;
  readonly generation: string;
  readonly now: number;
  readonly pos: number;
  readonly refill: boolean;
  readonly bytes: number;
  readonly connections: number;
  readonly desks: readonly DeskStatus[];
};

export function status(coming: Coming): Promise<HubStatus> {
  return asOwner(coming, async (session) => {
    const { code: centre, version, generation } = await getCentre(session, undefined);
    const [at] = await session.ask<{ now: string; pos: string; refill: boolean; bytes: string; connections: string }>(
      `SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now, c.pos, c.refill, pg_database_size(current_database()) AS bytes,
         (SELECT count(*) FROM pg_stat_activity a JOIN hub.desk d ON d.role = a.usename) AS connections
       FROM hub.centre c`,
    );
    if (at === undefined) throw new HubFault('hub-broken');
    const desks = await session.ask<DeskRow>(
      `SELECT d.no, d.code, d.uuid, d.format, d.closed_at IS NOT NULL AS closed, floor(extract(epoch FROM d.last_seen) * 1000)::bigint AS last_seen,
         EXISTS (SELECT FROM pg_stat_activity a WHERE a.usename = d.role) AS connected,
         coalesce((SELECT h.seq FROM hub.chain h WHERE h.desk = d.uuid AND h.kind = 'register'), 0) AS register,
         coalesce((SELECT h.seq FROM hub.chain h WHERE h.desk = d.uuid AND h.kind = 'machine'), 0) AS machine,
         (SELECT json_agg(json_build_array(n.first, n.last) ORDER BY n.first) FROM hub.claim n WHERE n.desk = d.no AND n.kind = 'case') AS ranges
       FROM hub.desk d ORDER BY d.no`,
    );
    const now = Number(at.now);
    return {
      centre,
      version,
      generation,
      now,
      pos: Number(at.pos),
      refill: at.refill,
      bytes: Number(at.bytes),
      connections: Number(at.connections),
      desks: desks.map((desk) => deskStatus(desk, now)),
    };
  });
}

type DeskRow = {
  readonly no: number;
  readonly code: string;
  readonly uuid: string | null;
  readonly format: number;
  readonly closed: boolean;
  readonly last_seen: string | null;
  readonly connected: boolean;
  readonly register: string;
  readonly machine: string;
  readonly ranges: readonly (readonly [number, number])[] | null;
};

function deskStatus(row: DeskRow, now: number): DeskStatus {
  const lastSeen = row.last_seen === null ? null : Number(row.last_seen);
  return {
    no: row.no,
    code: row.code,
    uuid: row.uuid,
    state: row.closed ? 'closed' : row.uuid === null ? 'enrolled' : 'joined',
    connected: row.connected,
    lastSeen,
    secondsSince: lastSeen === null ? null : Math.max(0, Math.round((now - lastSeen) / 1000)),
    format: row.format,
    register: Number(row.register),
    machine: Number(row.machine),
    ranges: row.ranges ?? [],
  };
}
