import { canonicalJson } from '../domain/base/canonical-json.ts';
import type { BundlePlace, CaseAction } from '../domain/entries/case.ts';
import { acceptedAtOf } from '../domain/kit/back-entry.ts';
import { type LegState, applyLeg, beginLegs, findCurrentLeg, nextMomentOf, resendBy } from '../domain/routing/legs.ts';
import { civilOf, secondsOrNull } from './instant.ts';
import type { Db } from './open.ts';

/** The legs of cases, and where papers are that are not where they came in, as the cases' actions tell. */
export function legProjection(db: Db): (caseId: number, at: number, action: CaseAction) => void {
  const find = db.prepare('SELECT state FROM case_leg WHERE case_id = ?').pluck();
  const keep = db.prepare(`INSERT INTO case_leg (case_id, stage, way, agency, by_at, state) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET stage = excluded.stage, way = excluded.way, agency = excluded.agency, by_at = excluded.by_at,
      state = excluded.state`);
  const away = db.prepare(
    'INSERT INTO bundle_away (case_id, place) VALUES (?, ?) ON CONFLICT DO UPDATE SET place = excluded.place',
  );
  const home = db.prepare('DELETE FROM bundle_away WHERE case_id = ?');

  function keepLegs(caseId: number, legs: readonly LegState[]): void {
    const leg = findCurrentLeg(legs)?.leg ?? legs.at(-1);
    if (leg === undefined) return;
    keep.run(caseId, leg.stage, leg.way, leg.agency, secondsOrNull(nextMomentOf(leg)), canonicalJson(legs));
  }

  function keepPlace(caseId: number, place: BundlePlace): void {
    if (place.kind === 'citizen' || place.kind === 'archive') home.run(caseId);
    else away.run(caseId, canonicalJson(place));
  }

  const acceptedAt = db.prepare('SELECT accepted_at FROM case_summary WHERE case_id = ?').pluck();
  // No clock runs while the citizen is waited for, nor after the end.
  const stand = db.prepare('UPDATE case_leg SET by_at = NULL WHERE case_id = ?');
  const forget = db.prepare('DELETE FROM case_leg WHERE case_id = ?');

  return (caseId, at, action) => {
    switch (action.type) {
      case 'corrected':
        if (action.legsAnew !== true) return undefined;
        forget.run(caseId);
        return keepLegs(caseId, beginLegs(action.legs ?? [], civilOf(acceptedAt.get(caseId) as number)));
      case 'received':
        return keepLegs(caseId, beginLegs(action.legs ?? [], acceptedAtOf(action, civilOf(at))));
      case 'bundle-moved':
        return keepPlace(caseId, action.to);
      case 'leg-sent':
      case 'leg-not-arrived':
      case 'leg-received':
      case 'leg-finished':
      case 'leg-returned-incomplete':
        return keepLegs(caseId, applyLeg(legsOf(caseId), civilOf(at), action));
      case 'supplement-requested':
      case 'withdrawn':
      case 'stopped':
      case 'refused':
        return void stand.run(caseId);
      case 'supplemented':
        return keepLegs(caseId, resendBy(legsOf(caseId), action.sendBy));
      default:
        return undefined;
    }
  };

  function legsOf(caseId: number): readonly LegState[] {
    const kept = find.get(caseId) as string | undefined;
    return kept === undefined ? [] : (JSON.parse(kept) as readonly LegState[]);
  }
}
