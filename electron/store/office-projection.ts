import type { OfficeSettings } from '../contract/office/office.ts';
import { canonicalJson } from '../domain/base/canonical-json.ts';
import type { OfficeEvent } from '../domain/entries/entry.ts';
import type { Db } from './open.ts';

/** Settings and the terms that supervisors set, as the newest entries say; in the journal's own form, so that a rebuild gives the same text. */
export function officeProjection(db: Db): (event: OfficeEvent, seq: number) => void {
  const set = db.prepare(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const setTerm = db.prepare(
    'INSERT INTO term_override (code, term) VALUES (?, ?) ON CONFLICT DO UPDATE SET term = excluded.term',
  );
  const setLegs = db.prepare(
    'INSERT INTO leg_override (code, legs) VALUES (?, ?) ON CONFLICT DO UPDATE SET legs = excluded.legs',
  );
  const setProcess = db.prepare(
    'INSERT INTO process_override (code, steps) VALUES (?, ?) ON CONFLICT DO UPDATE SET steps = excluded.steps',
  );
  const office = db.prepare("SELECT value FROM setting WHERE name = 'office'").pluck();
  return (event, seq) => {
    switch (event.type) {
      case 'office-set-up':
        set.run('practice', canonicalJson(event.practice));
        set.run('office', canonicalJson(event.settings));
        return;
      case 'settings-changed':
        if (hoursOf(office.get() as string | undefined) !== canonicalJson(event.settings.hours))
          set.run('countedAnewFrom', String(seq));
        set.run('office', canonicalJson(event.settings));
        return;
      case 'clock-confirmed':
        set.run('clockConfirmedAt', canonicalJson(event.at));
        return;
      case 'catalogue-adopted':
        set.run('catalogue', canonicalJson(event.version));
        return;
      case 'calendar-adopted':
        set.run('calendar', canonicalJson(event.sha256));
        set.run('countedAnewFrom', String(seq));
        return;
      case 'term-set':
        setTerm.run(event.code, canonicalJson({ term: event.term, rule: event.rule }));
        return;
      case 'legs-set':
        setLegs.run(event.code, canonicalJson(event.legs));
        return;
      case 'process-set':
        setProcess.run(event.code, canonicalJson(event.steps));
        return;
      // Told by the journal alone.
      case 'register-exported':
    }
  };
}

function hoursOf(office: string | undefined): string | undefined {
  return office === undefined ? undefined : canonicalJson((JSON.parse(office) as OfficeSettings).hours);
}
