import { firstYear, lastYear, mostBytes, mostCases, mostSteps } from './rules.ts';

/**
 * The city's tables and functions, a text a version; a shipped text is never changed, and a later one keeps every function that a ward may call, for wards are
 * brought up later than their city. The manners are the hub's (`hub/tables/schema.ts`): a keeper without a login
 * owns everything, a centre is a login role that may call what stands below `-- centres call` and has no right on any table. Refusals: HB001 you are no
 * centre here, or no longer · HB003 that has no shape.
 */
const years = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at);

const version1 = `
CREATE TABLE city.city (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  generation uuid NOT NULL DEFAULT gen_random_uuid(),
  version integer NOT NULL,
  -- Of practice offices or of real ones: said by the first that comes.
  practice boolean
);

CREATE TABLE city.centre (
  code text COLLATE "C" PRIMARY KEY,
  role name UNIQUE,
  enrolled_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  entered_at timestamptz,
  pushed_at timestamptz,
  -- When it had told everything it had.
  done_at timestamptz,
  refused bigint NOT NULL DEFAULT 0,
  closed_at timestamptz
) WITH (fillfactor = 20);

-- Which month's figures (by the 14th that ends it) were whole when: the first time that a centre had nothing left to tell after it.
CREATE TABLE city.sent (
  centre text COLLATE "C" NOT NULL REFERENCES city.centre,
  closes date NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (centre, closes)
);

CREATE TABLE city.writer (
  centre text COLLATE "C" NOT NULL REFERENCES city.centre,
  desk uuid NOT NULL,
  seq bigint NOT NULL,
  head bytea NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (centre, desk)
);

-- How far each case is told; live: how many of its facts stand, -1 where it was erased for good. Of what stands for it now, when it came and whether it has ended: what a period is looked for by.
CREATE TABLE city.held (
  centre text COLLATE "C" NOT NULL REFERENCES city.centre,
  case_key bytea NOT NULL,
  n integer NOT NULL,
  live integer NOT NULL,
  head bytea NOT NULL,
  cash boolean NOT NULL,
  received date,
  ended date,
  pass bigint,
  PRIMARY KEY (centre, case_key)
) WITH (fillfactor = 80);
CREATE INDEX held_open ON city.held (received) WHERE ended IS NULL AND live > 0;
CREATE INDEX held_ended ON city.held (ended) WHERE ended IS NOT NULL AND live > 0;

CREATE TABLE city.fact (
  centre text COLLATE "C" NOT NULL,
  case_key bytea NOT NULL,
  n integer NOT NULL,
  year smallint NOT NULL,
  day date NOT NULL,
  kind smallint NOT NULL CHECK (kind BETWEEN 0 AND 3),
  procedure text COLLATE "C",
  field text NOT NULL,
  channel smallint NOT NULL CHECK (channel BETWEEN 0 AND 2),
  level smallint CHECK (level BETWEEN 0 AND 2),
  ours boolean NOT NULL,
  received date NOT NULL,
  ended date,
  how smallint CHECK (how BETWEEN 0 AND 3),
  late smallint CHECK (late BETWEEN -1 AND 1),
  due date,
  portal boolean,
  portal_due date,
  owes boolean,
  minutes integer,
  -- False once a later one took its place.
  live boolean NOT NULL DEFAULT true,
  PRIMARY KEY (centre, case_key, n, year)
) PARTITION BY LIST (year);
${years.map((year) => `CREATE TABLE city.fact_${year} PARTITION OF city.fact FOR VALUES IN (${year});`).join('\n')}
CREATE TABLE city.fact_other PARTITION OF city.fact DEFAULT;

CREATE FUNCTION city.centre_of() RETURNS text LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE me text;
BEGIN
  SELECT c.code INTO me FROM city.centre c WHERE c.role = session_user AND c.closed_at IS NULL;
  IF NOT FOUND THEN RAISE 'no centre' USING ERRCODE = 'HB001'; END IF;
  RETURN me;
END $$;

CREATE FUNCTION city.mark(head bytea) RETURNS bigint LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT ((get_byte(head, 0)::bigint * 256 + get_byte(head, 1)) * 256 + get_byte(head, 2)) * 65536 + get_byte(head, 3) * 256 + get_byte(head, 4)
$$;

-- One step as it came: sixteen values, each of its kind, its texts short and without control characters.
CREATE FUNCTION city.has_form(s jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(jsonb_typeof(s) = 'array' AND jsonb_array_length(s) = 16
    AND s ->> 0 ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND s ->> 7 ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
    AND coalesce(s ->> 8, '2000-01-01') ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND coalesce(s ->> 11, '2000-01-01') ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
    AND coalesce(s ->> 13, '2000-01-01') ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
    AND s ->> 1 ~ '^[0-3]$' AND coalesce(s ->> 2, '1') ~ '^[0-9A-Za-z._-]{1,20}$'
    AND char_length(s ->> 3) <= 100 AND s ->> 3 !~ '[[:cntrl:]]' AND s ->> 4 ~ '^[0-2]$' AND coalesce(s ->> 5, '0') ~ '^[0-2]$'
    AND jsonb_typeof(s -> 6) = 'boolean' AND coalesce(s ->> 9, '0') ~ '^[0-3]$' AND coalesce(s ->> 10, '0') ~ '^(-1|0|1)$'
    AND jsonb_typeof(s -> 12) IN ('boolean', 'null') AND jsonb_typeof(s -> 14) IN ('boolean', 'null')
    AND coalesce(s ->> 15, '0') ~ '^[0-9]{1,8}$', false)
$$;

CREATE FUNCTION city.put(me text, c jsonb) RETURNS text LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  there city.held;
  key bytea;
  before bytea;
  after bytea;
  first_n integer;
  over_n integer;
  paid boolean;
  how_many integer;
  came date;
  left_at date;
BEGIN
  IF jsonb_typeof(c) IS DISTINCT FROM 'array' OR jsonb_array_length(c) <> 7 OR jsonb_typeof(c -> 6) IS DISTINCT FROM 'array' THEN RETURN 'malformed'; END IF;
  IF coalesce(c ->> 0 !~ '^[0-9a-f]{32}$' OR c ->> 1 !~ '^[0-9]{1,9}$' OR c ->> 2 !~ '^[0-9]{1,9}$' OR c ->> 3 !~ '^[0-9a-f]{64}$' OR c ->> 4 !~ '^[0-9a-f]{64}$'
    OR jsonb_typeof(c -> 5) <> 'boolean', true) THEN RETURN 'malformed'; END IF;
  key := decode(c ->> 0, 'hex');
  first_n := (c ->> 1)::integer;
  over_n := (c ->> 2)::integer;
  before := decode(c ->> 3, 'hex');
  after := decode(c ->> 4, 'hex');
  paid := (c ->> 5)::boolean;
  how_many := jsonb_array_length(c -> 6);
  IF how_many > ${mostSteps} OR over_n < 1 OR over_n > first_n OR EXISTS (SELECT FROM jsonb_array_elements(c -> 6) s WHERE NOT city.has_form(s)) THEN
    RETURN 'malformed';
  END IF;
  INSERT INTO city.held VALUES (me, key, 0, 0, decode(repeat('00', 32), 'hex'), false, NULL, NULL, NULL) ON CONFLICT DO NOTHING;
  SELECT * INTO there FROM city.held h WHERE h.centre = me AND h.case_key = key FOR UPDATE;
  -- Erased for good, on somebody's order: it is not told again.
  IF there.live < 0 OR there.head = after THEN RETURN 'have'; END IF;
  IF first_n <> there.n + 1 THEN RETURN 'gap'; END IF;
  IF before <> there.head THEN RETURN 'forked'; END IF;
  IF over_n < first_n THEN
    UPDATE city.fact f SET live = false WHERE f.centre = me AND f.case_key = key AND f.n >= over_n AND f.live;
  END IF;
  INSERT INTO city.fact SELECT me, key, first_n + s.at::integer - 1, left(s.v ->> 7, 4)::smallint, (s.v ->> 0)::date, (s.v ->> 1)::smallint, s.v ->> 2, s.v ->> 3,
    (s.v ->> 4)::smallint, (s.v ->> 5)::smallint, (s.v ->> 6)::boolean, (s.v ->> 7)::date, (s.v ->> 8)::date, (s.v ->> 9)::smallint, (s.v ->> 10)::smallint,
    (s.v ->> 11)::date, (s.v ->> 12)::boolean, (s.v ->> 13)::date, (s.v ->> 14)::boolean, (s.v ->> 15)::integer, true
    FROM jsonb_array_elements(c -> 6) WITH ORDINALITY s (v, at);
  SELECT f.received, f.ended INTO came, left_at FROM city.fact f WHERE f.centre = me AND f.case_key = key AND f.live ORDER BY f.n DESC LIMIT 1;
  UPDATE city.held h SET n = first_n + how_many - 1, head = after, cash = paid, received = came, ended = left_at,
    live = (SELECT count(*) FROM city.fact f WHERE f.centre = me AND f.case_key = key AND f.live)
    WHERE h.centre = me AND h.case_key = key;
  RETURN 'taken';
EXCEPTION WHEN data_exception OR integrity_constraint_violation THEN
  -- A day that no calendar has, a number outside its bounds.
  RETURN 'malformed';
END $$;

-- centres call

CREATE FUNCTION city.version() RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT c.version FROM city.city c
$$;

CREATE FUNCTION city.enter(desk uuid, is_practice boolean) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me text := city.centre_of();
BEGIN
  IF desk IS NULL OR is_practice IS NULL THEN RAISE 'no desk' USING ERRCODE = 'HB003'; END IF;
  UPDATE city.city c SET practice = is_practice WHERE c.practice IS NULL;
  IF NOT EXISTS (SELECT FROM city.city c WHERE c.practice = is_practice) THEN RETURN false; END IF;
  UPDATE city.centre c SET entered_at = clock_timestamp() WHERE c.code = me;
  RETURN true;
END $$;

CREATE FUNCTION city.hello(called uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me text := city.centre_of();
BEGIN
  RETURN (SELECT jsonb_build_object('generation', c.generation, 'version', c.version, 'practice', c.practice, 'centre', me,
    'now', floor(extract(epoch FROM clock_timestamp()) * 1000),
    'writer', (SELECT jsonb_build_array(w.seq, encode(w.head, 'hex')) FROM city.writer w WHERE w.centre = me AND w.desk = called),
    'cases', (SELECT count(*) FROM city.held h WHERE h.centre = me AND h.live > 0),
    'marks', (SELECT coalesce(sum(city.mark(h.head)), 0) FROM city.held h WHERE h.centre = me AND h.live > 0)) FROM city.city c);
END $$;

-- How far the register is that pushes: it follows what it told before, or it is another state of the same folder.
CREATE FUNCTION city.tell_writer(called uuid, before_seq bigint, before_head bytea, now_seq bigint, now_head bytea) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me text := city.centre_of();
  there city.writer;
BEGIN
  IF coalesce(called IS NULL OR now_seq < 0 OR octet_length(now_head) <> 32, true) THEN RAISE 'no writer' USING ERRCODE = 'HB003'; END IF;
  SELECT w.* INTO there FROM city.writer w WHERE w.centre = me AND w.desk = called FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO city.writer VALUES (me, called, now_seq, now_head, clock_timestamp()) ON CONFLICT DO NOTHING;
    RETURN FOUND;
  END IF;
  IF now_seq < there.seq OR (now_seq = there.seq AND now_head <> there.head) THEN RETURN false; END IF;
  IF before_seq IS DISTINCT FROM there.seq OR before_head IS DISTINCT FROM there.head THEN RETURN false; END IF;
  UPDATE city.writer w SET seq = now_seq, head = now_head, at = clock_timestamp() WHERE w.centre = me AND w.desk = called;
  RETURN true;
END $$;

CREATE FUNCTION city.heads(keys bytea[]) RETURNS TABLE (case_key bytea, n integer, live integer, head bytea, cash boolean) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me text := city.centre_of();
BEGIN
  IF coalesce(cardinality(keys), 0) > 5000 THEN RAISE 'too many' USING ERRCODE = 'HB003'; END IF;
  RETURN QUERY SELECT h.case_key, h.n, h.live, h.head, h.cash FROM city.held h WHERE h.centre = me AND h.case_key = ANY (keys);
END $$;

CREATE FUNCTION city.append(cases jsonb) RETURNS text[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me text := city.centre_of();
  answers text[] := '{}';
  answer text;
  refused_here integer := 0;
  c jsonb;
BEGIN
  IF coalesce(jsonb_typeof(cases) <> 'array' OR jsonb_array_length(cases) > ${mostCases} OR octet_length(cases::text) > ${mostBytes * 2}, true) THEN
    RAISE 'no facts' USING ERRCODE = 'HB003';
  END IF;
  FOR c IN SELECT v FROM jsonb_array_elements(cases) WITH ORDINALITY e (v, at) ORDER BY e.at LOOP
    answer := city.put(me, c);
    refused_here := refused_here + (answer = 'malformed')::integer;
    answers := answers || answer;
  END LOOP;
  UPDATE city.centre k SET pushed_at = clock_timestamp(), refused = refused + refused_here WHERE k.code = me;
  RETURN answers;
END $$;

CREATE FUNCTION city.confirm(asked bigint, keys bytea[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me text := city.centre_of();
BEGIN
  IF asked IS NULL OR coalesce(cardinality(keys), 0) > 5000 THEN RAISE 'too many' USING ERRCODE = 'HB003'; END IF;
  UPDATE city.held h SET pass = asked WHERE h.centre = me AND h.case_key = ANY (keys);
END $$;

-- What the centre did not name in this pass it does not have: it stands in no figure any more, and comes back where it is told again.
CREATE FUNCTION city.settle(asked bigint, gone bytea) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me text := city.centre_of();
  many integer;
BEGIN
  IF coalesce(asked IS NULL OR octet_length(gone) <> 32, true) THEN RAISE 'no pass' USING ERRCODE = 'HB003'; END IF;
  UPDATE city.fact f SET live = false FROM city.held h
    WHERE h.centre = me AND h.live > 0 AND h.pass IS DISTINCT FROM asked AND f.centre = me AND f.case_key = h.case_key AND f.live;
  UPDATE city.held h SET live = 0, head = gone, cash = false, received = NULL, ended = NULL
    WHERE h.centre = me AND h.live > 0 AND h.pass IS DISTINCT FROM asked;
  GET DIAGNOSTICS many = ROW_COUNT;
  RETURN many;
END $$;

CREATE FUNCTION city.done() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me text := city.centre_of();
  today date := (clock_timestamp() AT TIME ZONE INTERVAL '07:00')::date;
BEGIN
  INSERT INTO city.sent
    SELECT me, m.closes, clock_timestamp() FROM (
      SELECT (date_trunc('month', g) + interval '13 days')::date AS closes
      FROM generate_series(date_trunc('month', today - interval '36 months'), date_trunc('month', today::timestamp), interval '1 month') g
    ) m WHERE m.closes < today ON CONFLICT DO NOTHING;
  UPDATE city.centre c SET done_at = clock_timestamp() WHERE c.code = me;
END $$;

CREATE FUNCTION city.leave() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me text := city.centre_of();
BEGIN
  UPDATE city.centre c SET closed_at = clock_timestamp() WHERE c.code = me;
END $$;

-- the city reads

-- Each case of a period as it stood at the end of a day.
CREATE FUNCTION city.stood(since date, until date) RETURNS TABLE (centre text, case_key bytea, field text, procedure text, channel smallint, level smallint, ours boolean,
  received date, ended date, late smallint, due date, portal boolean, portal_due date, owes boolean, cash boolean)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT h.centre, h.case_key, f.field, f.procedure, f.channel, f.level, f.ours, f.received, f.ended, f.late, f.due, f.portal, f.portal_due, f.owes, h.cash
  FROM city.held h CROSS JOIN LATERAL (
    SELECT s.* FROM city.fact s
    WHERE s.year = extract(year FROM h.received)::smallint AND s.centre = h.centre AND s.case_key = h.case_key AND s.live AND s.day <= until
    ORDER BY s.n DESC LIMIT 1) f
  WHERE h.live > 0 AND h.received <= until AND (h.ended IS NULL OR h.ended >= since)
$$;

-- Biểu 07: each column that is counted, by centre and field; what was open the day before, and what had ended by then and was taken up again.
CREATE FUNCTION city.bieu_07(since date, until date) RETURNS TABLE (centre text, field text, c4 bigint, c5 bigint, unknown bigint, c6 bigint, c7 bigint, c8 bigint,
  c10 bigint, c11 bigint, c12 bigint, c14 bigint, c15 bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.centre, s.field,
    count(*) FILTER (WHERE s.received >= since AND s.channel = 1 AND s.level = 2),
    count(*) FILTER (WHERE s.received >= since AND s.channel = 1 AND s.level = 1),
    count(*) FILTER (WHERE s.received >= since AND s.channel = 1 AND coalesce(s.level, 0) = 0),
    count(*) FILTER (WHERE s.received >= since AND s.channel = 2),
    count(*) FILTER (WHERE s.received >= since AND s.channel = 0),
    count(*) FILTER (WHERE s.received < since),
    count(*) FILTER (WHERE s.ended IS NOT NULL AND s.late = -1),
    count(*) FILTER (WHERE s.ended IS NOT NULL AND s.late = 0),
    count(*) FILTER (WHERE s.ended IS NOT NULL AND s.late = 1),
    count(*) FILTER (WHERE s.ended IS NULL AND NOT (coalesce(s.late, 0) = 1 OR coalesce(s.due < until, false))),
    count(*) FILTER (WHERE s.ended IS NULL AND (coalesce(s.late, 0) = 1 OR coalesce(s.due < until, false)))
  FROM city.stood(since, until) s WHERE s.ours AND (s.ended IS NULL OR s.ended >= since) GROUP BY 1, 2
$$;

-- (8) must be what was open when the period began, and what had been handled by then and was taken up again.
CREATE FUNCTION city.open_before(since date, until date) RETURNS TABLE (centre text, open_before bigint, resumed bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  WITH b AS (SELECT * FROM city.stood(since - 1, since - 1)), n AS (SELECT * FROM city.stood(since, until))
  SELECT coalesce(o.centre, r.centre), coalesce(o.many, 0), coalesce(r.many, 0)
  FROM (SELECT b.centre, count(*) AS many FROM b WHERE b.ours AND b.ended IS NULL GROUP BY 1) o
  FULL JOIN (SELECT n.centre, count(*) AS many FROM n CROSS JOIN LATERAL (
      SELECT s.ended FROM city.fact s WHERE s.year = extract(year FROM n.received)::smallint AND s.centre = n.centre AND s.case_key = n.case_key AND s.live AND s.day < since
      ORDER BY s.n DESC LIMIT 1) was
    WHERE n.ours AND n.received < since AND (n.ended IS NULL OR n.ended >= since) AND was.ended IS NOT NULL GROUP BY 1) r USING (centre)
$$;

-- QĐ 766: what it counts of the files that were received in a period.
CREATE FUNCTION city.index_766(since date, until date) RETURNS TABLE (centre text, field text, files bigint, on_time bigint, open bigint, ours bigint, online bigint,
  owing bigint, owing_at_most bigint, in_cash bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  WITH s AS (SELECT w.*, coalesce(w.portal, w.portal_due >= until) AS in_time FROM city.stood(since, until) w WHERE w.ours AND w.received >= since)
  SELECT s.centre, s.field, count(*), count(*) FILTER (WHERE s.in_time), count(*) FILTER (WHERE s.in_time AND s.ended IS NULL),
    count(*) FILTER (WHERE coalesce(s.late, CASE WHEN s.due < until THEN 1 ELSE 0 END) <= 0), count(*) FILTER (WHERE s.channel = 1),
    count(*) FILTER (WHERE s.owes), count(*) FILTER (WHERE s.owes IS NOT FALSE), count(*) FILTER (WHERE s.owes IS NOT FALSE AND s.cash)
  FROM s GROUP BY 1, 2
$$;
`;

/** The day on which a centre's register began: what it left open before stands in no fact, and a period that begins with it or earlier has no column 8. */
const version2 = `
ALTER TABLE city.centre ADD COLUMN began date;

-- centres call

CREATE FUNCTION city.begins(day date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me text := city.centre_of();
BEGIN
  IF day IS NULL THEN RAISE 'no day' USING ERRCODE = 'HB003'; END IF;
  UPDATE city.centre c SET began = day WHERE c.code = me AND c.began IS DISTINCT FROM day;
END $$;
`;

export const cityVersions: readonly string[] = [version1, version2];

/** What a centre may call; everything else in the schema is the keeper's own. */
export const centreCalls = [
  'version()',
  'enter(uuid, boolean)',
  'hello(uuid)',
  'tell_writer(uuid, bigint, bytea, bigint, bytea)',
  'heads(bytea[])',
  'append(jsonb)',
  'confirm(bigint, bytea[])',
  'settle(bigint, bytea)',
  'begins(date)',
  'done()',
  'leave()',
] as const;
