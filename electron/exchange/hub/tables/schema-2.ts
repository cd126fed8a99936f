import { mostPageBytes } from './rules.ts';

/**
 * A desk in the place of a dead PC gets what that machine told of itself too (sign-ins, prints). What desks speak is as it was: those of the version before
 * go on.
 */
export const version2 = `
ALTER TABLE hub.desk ADD COLUMN successor_of integer REFERENCES hub.desk (no);

-- What desks and hub say to each other, whatever tables there are.
CREATE OR REPLACE FUNCTION hub.version() RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT 1
$$;

-- Whose machines' chains a desk is given: its own, and that of the one in whose place it stands.
CREATE FUNCTION hub.machines_of(me hub.desk) RETURNS uuid[] LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(d.uuid), '{}') FROM hub.desk d WHERE d.no IN (me.no, me.successor_of) AND d.uuid IS NOT NULL
$$;

CREATE OR REPLACE FUNCTION hub.hello() RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me hub.desk := hub.speaker();
  told jsonb;
  own uuid[] := hub.machines_of(me);
BEGIN
  IF me.closed_at IS NOT NULL THEN RAISE 'closed' USING ERRCODE = 'HB001'; END IF;
  UPDATE hub.desk d SET last_seen = clock_timestamp() WHERE d.no = me.no;
  SELECT jsonb_build_object(
    'generation', c.generation, 'centre', c.code, 'version', hub.version(), 'pos', c.pos, 'refill', c.refill,
    'now', floor(extract(epoch FROM clock_timestamp()) * 1000),
    'desks', (SELECT coalesce(jsonb_agg(jsonb_build_array(d.no, d.code, d.uuid, encode(d.public_key, 'hex'), encode(d.enrol_key, 'hex'), d.format,
      floor(extract(epoch FROM d.last_seen) * 1000), floor(extract(epoch FROM d.closed_at) * 1000)) ORDER BY d.no), '[]') FROM hub.desk d),
    'heads', (SELECT coalesce(jsonb_agg(jsonb_build_array(h.desk, h.kind, h.seq, encode(h.head, 'hex')) ORDER BY h.kind, h.desk), '[]')
      FROM hub.chain h WHERE h.seq > 0 AND (h.kind = 'register' OR h.desk = ANY (own))),
    'claims', (SELECT coalesce(jsonb_agg(jsonb_build_array(n.kind, n.first, n.last, n.desk) ORDER BY n.kind, n.first, n.last, n.desk), '[]') FROM hub.claim n),
    'grants', (SELECT coalesce(jsonb_agg(jsonb_build_array(g.key_id, encode(g.sealed, 'hex')) ORDER BY g.key_id, g.giver), '[]')
      FROM hub.grant_key g WHERE g.desk = me.no)
  ) INTO told FROM hub.centre c;
  RETURN told;
END $$;

-- have: [["<uuid>", "register", 12], …]
CREATE OR REPLACE FUNCTION hub.pull(have jsonb, behind bigint, most integer) RETURNS SETOF hub.row LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me hub.desk := hub.member();
  own uuid[] := hub.machines_of(me);
  begins bigint;
  bytes bigint := 0;
  found_any boolean := false;
  room integer := least(most, ${mostPageBytes});
  r hub.row;
BEGIN
  -- The first row of each chain that is not had yet; chains grow with the places, so nothing before the least of these is lacking.
  WITH had AS (SELECT h ->> 0 AS desk, h ->> 1 AS kind, max((h ->> 2)::bigint) AS seq FROM jsonb_array_elements(have) h GROUP BY 1, 2)
  SELECT min(lacking.pos) INTO begins FROM hub.chain c
    LEFT JOIN had ON had.desk = c.desk::text AND had.kind = c.kind
    CROSS JOIN LATERAL (SELECT w.pos FROM hub.row w WHERE w.desk = c.desk AND w.kind = c.kind AND w.last_seq > coalesce(had.seq, 0) ORDER BY w.last_seq LIMIT 1) lacking
    WHERE (c.kind = 'register' OR c.desk = ANY (own)) AND c.seq > coalesce(had.seq, 0);
  IF begins IS NULL THEN RETURN; END IF;
  FOR r IN
    WITH had AS MATERIALIZED (SELECT h ->> 0 AS desk, h ->> 1 AS kind, max((h ->> 2)::bigint) AS seq FROM jsonb_array_elements(have) h GROUP BY 1, 2)
    SELECT w.* FROM hub.row w
    WHERE w.pos > greatest(behind, begins - 1) AND (w.kind = 'register' OR w.desk = ANY (own))
      AND w.last_seq > coalesce((SELECT had.seq FROM had WHERE had.desk = w.desk::text AND had.kind = w.kind), 0)
    ORDER BY w.pos
  LOOP
    bytes := bytes + octet_length(r.body);
    EXIT WHEN found_any AND bytes > room;
    found_any := true;
    RETURN NEXT r;
  END LOOP;
END $$;
`;
