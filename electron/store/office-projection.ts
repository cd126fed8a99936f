import type { OfficeEvent } from './entry.ts';
import type { Db } from './open.ts';

/** Settings and the terms that supervisors set, as the newest entries say. */
export function officeProjection(db: Db): (event: OfficeEvent) => void {
  const set = db.prepare('INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value');
  const setTerm = db.prepare(
    'INSERT INTO term_override (code, term) VALUES (?, ?) ON CONFLICT DO UPDATE SET term = excluded.term',
  );
  return (event) => {
    switch (event.type) {
      case 'office-set-up':
        set.run('practice', JSON.stringify(event.practice));
        set.run('office', JSON.stringify(event.settings));
        return;
      case 'settings-changed':
        set.run('office', JSON.stringify(event.settings));
        return;
      case 'catalogue-adopted':
        set.run('catalogue', JSON.stringify(event.version));
        return;
      case 'term-set':
        setTerm.run(event.code, JSON.stringify({ term: event.term, rule: event.rule }));
    }
  };
}
