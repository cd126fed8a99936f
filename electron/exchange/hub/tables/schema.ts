import { version2 } from './schema-2.ts';
import { highestDesk, highestSerial, mostBlobBytes, mostGrantBytes, mostPageBytes, serialsEach } from './rules.ts';
import { mostRowBytes } from '../link.ts';

/**
 * The hub's tables and functions, a text a version: `owner.ts` runs those that a hub lacks, in their order, as the keeper. A shipped text is never changed.
 * `tests/support/centre/hub/twin.ts` says the same in memory, and a test holds one to the other.
 *
 * The keeper owns everything and may do nothing else: it has no login, makes no roles, reads no files. A desk is a login role that may call the functions
 * below `-- desks call` and has no right on any table. Each function names its schema everywhere and looks for nothing along a path that a desk could set.
 * What is refused has a code of its own: HB001 you are not, or no longer, a desk here · HB002 your place is held · HB003 that has no shape.
 */
const version1 = `
CREATE TABLE hub.centre (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  code text NOT NULL,
  generation uuid NOT NULL DEFAULT gen_random_uuid(),
  version integer NOT NULL,
  -- The place of the newest row. It is counted under this row's lock, which is held until the row is there for all: no place is seen before the one below it.
  pos bigint NOT NULL DEFAULT 0,
  refill boolean NOT NULL DEFAULT false
) WITH (fillfactor = 20);

CREATE TABLE hub.desk (
  no integer PRIMARY KEY CHECK (no BETWEEN 1 AND ${highestDesk}),
  code text NOT NULL,
  -- NULL: a desk that was gone before this hub was set up.
  role name UNIQUE,
  uuid uuid UNIQUE,
  public_key bytea,
  enrol_key bytea NOT NULL,
  format integer NOT NULL DEFAULT 0,
  last_seen timestamptz,
  closed_at timestamptz
);

CREATE TABLE hub.chain (
  desk uuid NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('register', 'machine')),
  seq bigint NOT NULL,
  head bytea NOT NULL,
  PRIMARY KEY (desk, kind)
) WITH (fillfactor = 50);

CREATE TABLE hub.row (
  pos bigint PRIMARY KEY,
  desk uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  first_seq bigint NOT NULL,
  last_seq bigint NOT NULL,
  prev bytea NOT NULL,
  head bytea NOT NULL,
  format integer NOT NULL,
  key_id text NOT NULL,
  sig bytea NOT NULL,
  body bytea NOT NULL,
  UNIQUE (desk, kind, first_seq),
  UNIQUE (desk, kind, last_seq)
);
-- Sealed bytes do not get smaller.
ALTER TABLE hub.row ALTER COLUMN body SET STORAGE EXTERNAL;

CREATE TABLE hub.claim (
  kind text COLLATE "C" NOT NULL,
  first bigint NOT NULL,
  last bigint NOT NULL CHECK (first <= last),
  desk integer NOT NULL REFERENCES hub.desk (no)
);
CREATE INDEX claim_kind ON hub.claim (kind, first);

CREATE TABLE hub.grant_key (
  key_id text COLLATE "C" NOT NULL,
  desk integer NOT NULL REFERENCES hub.desk (no),
  giver integer NOT NULL REFERENCES hub.desk (no),
  sealed bytea NOT NULL,
  PRIMARY KEY (desk, key_id, giver)
);

CREATE TABLE hub.blob (sha256 text PRIMARY KEY, sealed bytea NOT NULL);
ALTER TABLE hub.blob ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- Which connection speaks for a desk, beside the advisory lock that it holds.
CREATE TABLE hub.place (no integer PRIMARY KEY, pid integer NOT NULL, instance uuid NOT NULL) WITH (fillfactor = 50);

-- The desk of this connection, closed or not; no desk: HB001. Which connection speaks for it was said by enter().
CREATE FUNCTION hub.speaker() RETURNS hub.desk LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE me hub.desk;
BEGIN
  SELECT d.* INTO me FROM hub.desk d WHERE d.role = session_user;
  IF NOT FOUND THEN RAISE 'no desk' USING ERRCODE = 'HB001'; END IF;
  PERFORM 1 FROM hub.place p WHERE p.no = me.no AND p.pid = pg_backend_pid();
  IF NOT FOUND THEN RAISE 'not entered' USING ERRCODE = 'HB002'; END IF;
  RETURN me;
END $$;

-- The same, joined and open.
CREATE FUNCTION hub.member() RETURNS hub.desk LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE me hub.desk := hub.speaker();
BEGIN
  IF me.closed_at IS NOT NULL OR me.uuid IS NULL THEN RAISE 'not a member' USING ERRCODE = 'HB001'; END IF;
  RETURN me;
END $$;

CREATE FUNCTION hub.has_form(kind text, first_seq bigint, last_seq bigint, prev bytea, head bytea, format integer, key_id text, sig bytea, body bytea)
RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(kind IN ('register', 'machine') AND first_seq >= 1 AND first_seq <= last_seq AND last_seq <= 9007199254740991
    AND octet_length(prev) = 32 AND octet_length(head) = 32 AND octet_length(sig) = 64
    AND format BETWEEN 1 AND 32767 AND key_id ~ '^[0-9A-Za-z._-]{1,64}$'
    AND octet_length(body) BETWEEN 1 AND ${mostRowBytes}, false)
$$;

CREATE FUNCTION hub.put(owner uuid, k text, first bigint, last bigint, before bytea, after bytea, form integer, key text, signature bytea, content bytea)
RETURNS TABLE (answer text, place bigint) LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  there hub.chain;
  known bytea;
  newest bigint;
BEGIN
  INSERT INTO hub.chain VALUES (owner, k, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
  SELECT * INTO there FROM hub.chain c WHERE c.desk = owner AND c.kind = k FOR UPDATE;
  IF last <= there.seq THEN
    SELECT r.head INTO known FROM hub.row r WHERE r.desk = owner AND r.kind = k AND r.last_seq = last;
    IF NOT FOUND THEN RETURN QUERY SELECT 'gap', there.seq;
    ELSIF known = after THEN RETURN QUERY SELECT 'have', there.seq;
    ELSE RETURN QUERY SELECT 'forked', there.seq;
    END IF;
  ELSIF first <> there.seq + 1 THEN RETURN QUERY SELECT 'gap', there.seq;
  ELSIF before <> there.head THEN RETURN QUERY SELECT 'forked', there.seq;
  ELSE
    UPDATE hub.centre SET pos = pos + 1 RETURNING pos INTO newest;
    INSERT INTO hub.row VALUES (newest, owner, k, first, last, before, after, form, key, signature, content);
    UPDATE hub.chain c SET seq = last, head = after WHERE c.desk = owner AND c.kind = k;
    PERFORM pg_notify('hub', newest::text);
    RETURN QUERY SELECT 'taken', newest;
  END IF;
END $$;

-- Numbers that meet some of another desk's.
CREATE FUNCTION hub.met(k text, f bigint, l bigint, no integer) RETURNS SETOF hub.claim LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT * FROM hub.claim c WHERE c.kind = k AND c.desk <> no AND c.first <= l AND f <= c.last ORDER BY c.first, c.desk LIMIT 1
$$;

-- A desk's number and code, with what it has from its first day. False: some of it is somebody else's.
CREATE FUNCTION hub.make_room(n integer, c text) RETURNS boolean LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  LOCK TABLE hub.claim IN SHARE ROW EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM hub.desk d WHERE d.no = n) OR EXISTS (SELECT FROM hub.met('case', n * ${serialsEach}::bigint, n * ${serialsEach}::bigint + ${serialsEach - 1}, n))
    OR EXISTS (SELECT FROM hub.met('desk-code:' || c, 0, 0, n)) THEN
    RETURN false;
  END IF;
  RETURN true;
END $$;

CREATE FUNCTION hub.give_first(n integer, c text) RETURNS void LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO hub.claim VALUES ('case', n * ${serialsEach}::bigint, n * ${serialsEach}::bigint + ${serialsEach - 1}, n), ('desk-code:' || c, 0, 0, n)
$$;

-- desks call

CREATE FUNCTION hub.version() RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT c.version FROM hub.centre c
$$;

-- First of all: one connection speaks for a desk. Another of the same process takes over what it lost by a cut; a copied folder is told.
CREATE FUNCTION hub.enter(process uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me hub.desk;
  held hub.place;
BEGIN
  SELECT d.* INTO me FROM hub.desk d WHERE d.role = session_user;
  IF NOT FOUND OR me.closed_at IS NOT NULL OR process IS NULL THEN RAISE 'no desk' USING ERRCODE = 'HB001'; END IF;
  SELECT p.* INTO held FROM hub.place p WHERE p.no = me.no;
  IF held.pid = pg_backend_pid() THEN RETURN; END IF;
  IF NOT pg_try_advisory_lock(1, me.no) THEN
    IF held.instance IS DISTINCT FROM process THEN RAISE 'held' USING ERRCODE = 'HB002'; END IF;
    PERFORM pg_terminate_backend(a.pid) FROM pg_stat_activity a WHERE a.pid = held.pid AND a.usename = session_user;
    FOR attempt IN 1..40 LOOP
      PERFORM pg_sleep(0.05);
      EXIT WHEN pg_try_advisory_lock(1, me.no);
      IF attempt = 40 THEN RAISE 'held' USING ERRCODE = 'HB002'; END IF;
    END LOOP;
  END IF;
  INSERT INTO hub.place VALUES (me.no, pg_backend_pid(), process)
    ON CONFLICT (no) DO UPDATE SET pid = excluded.pid, instance = excluded.instance;
END $$;

CREATE FUNCTION hub.hello() RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me hub.desk := hub.speaker();
  told jsonb;
BEGIN
  IF me.closed_at IS NOT NULL THEN RAISE 'closed' USING ERRCODE = 'HB001'; END IF;
  UPDATE hub.desk d SET last_seen = clock_timestamp() WHERE d.no = me.no;
  SELECT jsonb_build_object(
    'generation', c.generation, 'centre', c.code, 'version', c.version, 'pos', c.pos, 'refill', c.refill,
    'now', floor(extract(epoch FROM clock_timestamp()) * 1000),
    'desks', (SELECT coalesce(jsonb_agg(jsonb_build_array(d.no, d.code, d.uuid, encode(d.public_key, 'hex'), encode(d.enrol_key, 'hex'), d.format,
      floor(extract(epoch FROM d.last_seen) * 1000), floor(extract(epoch FROM d.closed_at) * 1000)) ORDER BY d.no), '[]') FROM hub.desk d),
    'heads', (SELECT coalesce(jsonb_agg(jsonb_build_array(h.desk, h.kind, h.seq, encode(h.head, 'hex')) ORDER BY h.kind, h.desk), '[]')
      FROM hub.chain h WHERE h.seq > 0 AND (h.kind = 'register' OR h.desk = me.uuid)),
    'claims', (SELECT coalesce(jsonb_agg(jsonb_build_array(n.kind, n.first, n.last, n.desk) ORDER BY n.kind, n.first, n.last, n.desk), '[]') FROM hub.claim n),
    'grants', (SELECT coalesce(jsonb_agg(jsonb_build_array(g.key_id, encode(g.sealed, 'hex')) ORDER BY g.key_id, g.giver), '[]')
      FROM hub.grant_key g WHERE g.desk = me.no)
  ) INTO told FROM hub.centre c;
  RETURN told;
END $$;

CREATE FUNCTION hub.join(called uuid, key bytea, form integer) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me hub.desk := hub.speaker();
BEGIN
  IF me.closed_at IS NOT NULL OR called IS NULL OR octet_length(key) IS DISTINCT FROM 32 OR coalesce(form NOT BETWEEN 1 AND 32767, true) THEN
    RAISE 'no join' USING ERRCODE = 'HB001';
  END IF;
  LOCK TABLE hub.claim IN SHARE ROW EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM hub.desk d WHERE d.no <> me.no AND d.uuid = called) THEN RETURN 'taken'; END IF;
  IF me.uuid IS NOT NULL AND (me.uuid <> called OR me.public_key <> key) THEN RETURN 'taken'; END IF;
  UPDATE hub.desk d SET uuid = called, public_key = key, format = form WHERE d.no = me.no;
  RETURN 'joined';
END $$;

CREATE FUNCTION hub.append(owner uuid, kind text, first_seq bigint, last_seq bigint, prev bytea, head bytea, format integer, key_id text, sig bytea, body bytea)
RETURNS TABLE (answer text, place bigint) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me hub.desk := hub.speaker();
BEGIN
  IF me.closed_at IS NOT NULL THEN RETURN QUERY SELECT 'closed', 0::bigint; RETURN; END IF;
  me := hub.member();
  IF owner IS DISTINCT FROM me.uuid OR NOT hub.has_form(kind, first_seq, last_seq, prev, head, format, key_id, sig, body) THEN
    RETURN QUERY SELECT 'malformed', 0::bigint;
    RETURN;
  END IF;
  RETURN QUERY SELECT * FROM hub.put(owner, kind, first_seq, last_seq, prev, head, format, key_id, sig, body);
END $$;

CREATE FUNCTION hub.append_for(owner uuid, kind text, first_seq bigint, last_seq bigint, prev bytea, head bytea, format integer, key_id text, sig bytea, body bytea)
RETURNS TABLE (answer text, place bigint) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me hub.desk := hub.member();
BEGIN
  IF NOT (SELECT c.refill FROM hub.centre c) THEN RETURN QUERY SELECT 'closed', 0::bigint; RETURN; END IF;
  IF owner = me.uuid OR kind IS DISTINCT FROM 'register' OR NOT EXISTS (SELECT FROM hub.desk d WHERE d.uuid = owner)
    OR NOT hub.has_form(kind, first_seq, last_seq, prev, head, format, key_id, sig, body) THEN
    RETURN QUERY SELECT 'malformed', 0::bigint;
    RETURN;
  END IF;
  RETURN QUERY SELECT * FROM hub.put(owner, kind, first_seq, last_seq, prev, head, format, key_id, sig, body);
END $$;

CREATE FUNCTION hub.tell_gone(n integer, c text, called uuid, key bytea, enrol bytea) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me hub.desk := hub.member();
BEGIN
  IF NOT (SELECT t.refill FROM hub.centre t) THEN RETURN 'closed'; END IF;
  IF EXISTS (SELECT FROM hub.desk d WHERE d.no = n AND d.uuid = called AND d.code = c AND d.public_key = key) THEN RETURN 'told'; END IF;
  IF coalesce(n NOT BETWEEN 1 AND ${highestDesk} OR c !~ '^Q[0-9][A-Z0-9]{0,2}$' OR called IS NULL OR octet_length(key) <> 32 OR octet_length(enrol) <> 32, true) THEN
    RAISE 'no desk' USING ERRCODE = 'HB001';
  END IF;
  IF NOT hub.make_room(n, c) OR EXISTS (SELECT FROM hub.desk d WHERE d.uuid = called) THEN RETURN 'taken'; END IF;
  INSERT INTO hub.desk VALUES (n, c, NULL, called, key, enrol, 0, NULL, clock_timestamp());
  PERFORM hub.give_first(n, c);
  RETURN 'told';
END $$;

-- have: [["<uuid>", "register", 12], …]
CREATE FUNCTION hub.pull(have jsonb, behind bigint, most integer) RETURNS SETOF hub.row LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me hub.desk := hub.member();
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
    WHERE (c.kind = 'register' OR c.desk = me.uuid) AND c.seq > coalesce(had.seq, 0);
  IF begins IS NULL THEN RETURN; END IF;
  FOR r IN
    WITH had AS MATERIALIZED (SELECT h ->> 0 AS desk, h ->> 1 AS kind, max((h ->> 2)::bigint) AS seq FROM jsonb_array_elements(have) h GROUP BY 1, 2)
    SELECT w.* FROM hub.row w
    WHERE w.pos > greatest(behind, begins - 1) AND (w.kind = 'register' OR w.desk = me.uuid)
      AND w.last_seq > coalesce((SELECT had.seq FROM had WHERE had.desk = w.desk::text AND had.kind = w.kind), 0)
    ORDER BY w.pos
  LOOP
    bytes := bytes + octet_length(r.body);
    EXIT WHEN found_any AND bytes > room;
    found_any := true;
    RETURN NEXT r;
  END LOOP;
END $$;

CREATE FUNCTION hub.claim(k text, f bigint, l bigint) RETURNS SETOF hub.claim LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me hub.desk := hub.member();
  theirs hub.claim;
BEGIN
  IF coalesce(octet_length(k) > 300 OR k !~ '^[a-z][a-z-]{0,31}(:.{1,64})?$' OR k ~ '[[:cntrl:]]' OR f < 0 OR f > l OR l > ${highestSerial}, true) THEN
    RAISE 'no claim' USING ERRCODE = 'HB003';
  END IF;
  LOCK TABLE hub.claim IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO theirs FROM hub.met(k, f, l, me.no);
  IF FOUND THEN RETURN NEXT theirs; RETURN; END IF;
  IF NOT EXISTS (SELECT FROM hub.claim c WHERE c.kind = k AND c.desk = me.no AND c.first <= f AND l <= c.last) THEN
    INSERT INTO hub.claim VALUES (k, f, l, me.no);
  END IF;
END $$;

CREATE FUNCTION hub.grant(to_desk integer, key text, content bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me hub.desk := hub.member();
BEGIN
  IF coalesce(key !~ '^[0-9A-Za-z._-]{1,64}$' OR octet_length(content) NOT BETWEEN 1 AND ${mostGrantBytes}, true)
    OR NOT EXISTS (SELECT FROM hub.desk d WHERE d.no = to_desk AND d.closed_at IS NULL) THEN
    RAISE 'no grant' USING ERRCODE = 'HB003';
  END IF;
  INSERT INTO hub.grant_key VALUES (key, to_desk, me.no, content) ON CONFLICT (desk, key_id, giver) DO UPDATE SET sealed = excluded.sealed;
END $$;

CREATE FUNCTION hub.put_blob(called text, content bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me hub.desk := hub.member();
BEGIN
  IF coalesce(called !~ '^[0-9a-f]{64}$' OR octet_length(content) NOT BETWEEN 1 AND ${mostBlobBytes}, true) THEN RAISE 'no content' USING ERRCODE = 'HB003'; END IF;
  INSERT INTO hub.blob VALUES (called, content) ON CONFLICT DO NOTHING;
END $$;

CREATE FUNCTION hub.get_blob(called text) RETURNS bytea LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me hub.desk := hub.member();
BEGIN
  RETURN (SELECT b.sealed FROM hub.blob b WHERE b.sha256 = called);
END $$;

CREATE FUNCTION hub.take_turn() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me hub.desk := hub.member();
BEGIN
  RETURN pg_try_advisory_lock(2, 0);
END $$;

CREATE FUNCTION hub.end_turn() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT pg_advisory_unlock(2, 0)
$$;

CREATE FUNCTION hub.leave() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me hub.desk := hub.speaker();
BEGIN
  UPDATE hub.desk d SET closed_at = coalesce(d.closed_at, clock_timestamp()) WHERE d.no = me.no;
END $$;
`;

export const versions: readonly string[] = [version1, version2];

/** What a desk may call; everything else in the schema is the keeper's own. */
export const deskCalls = [
  'version()',
  'enter(uuid)',
  'hello()',
  'join(uuid, bytea, integer)',
  'append(uuid, text, bigint, bigint, bytea, bytea, integer, text, bytea, bytea)',
  'append_for(uuid, text, bigint, bigint, bytea, bytea, integer, text, bytea, bytea)',
  'tell_gone(integer, text, uuid, bytea, bytea)',
  'pull(jsonb, bigint, integer)',
  'claim(text, bigint, bigint)',
  'grant(integer, text, bytea)',
  'put_blob(text, bytea)',
  'get_blob(text)',
  'take_turn()',
  'end_turn()',
  'leave()',
] as const;

/**
 * What every role of a fresh PostgreSQL may do and no desk needs: locks that another desk waits for, large objects on the disk, programs in the database,
 * the list of who is connected. Only a superuser can take it away; on a server that is the office's own its keeper is asked to (docs/topics/centre.md).
 */
export const takenFromAll = `
REVOKE EXECUTE ON FUNCTION pg_advisory_lock(bigint), pg_advisory_lock(integer, integer), pg_advisory_lock_shared(bigint), pg_advisory_lock_shared(integer, integer),
  pg_try_advisory_lock(bigint), pg_try_advisory_lock(integer, integer), pg_try_advisory_lock_shared(bigint), pg_try_advisory_lock_shared(integer, integer),
  pg_advisory_xact_lock(bigint), pg_advisory_xact_lock(integer, integer), pg_advisory_xact_lock_shared(bigint), pg_advisory_xact_lock_shared(integer, integer),
  pg_try_advisory_xact_lock(bigint), pg_try_advisory_xact_lock(integer, integer), pg_try_advisory_xact_lock_shared(bigint),
  pg_try_advisory_xact_lock_shared(integer, integer),
  lo_create(oid), lo_creat(integer), lo_from_bytea(oid, bytea), lo_open(oid, integer) FROM PUBLIC;
REVOKE USAGE ON LANGUAGE plpgsql, sql FROM PUBLIC;
REVOKE SELECT ON pg_stat_activity, pg_stat_ssl, pg_locks FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION pg_stat_get_activity(integer), pg_lock_status() FROM PUBLIC;
`;
