import { createContext, useContext } from 'react';
import type { SavedFilter } from '../../electron/contract/common/office/saved-filter.ts';
import type { PersonKind } from '../../electron/contract/common/person/person.ts';

/** A saved filter of this list that was called from elsewhere: the screen opens with it. */
type Called<Screen extends SavedFilter['screen']> = { readonly filter?: Extract<SavedFilter, { screen: Screen }> };

/** Where a person can be inside the frame. No router: a desk has one window and no address bar. */
export type Place =
  /** `sheet`: to enter from paper, with that number; empty for whichever comes next. `square`: what its signed square says fills the form. */
  | {
      readonly screen: 'reception';
      readonly intakeId?: string;
      readonly sheet?: string;
      readonly square?: string;
      /** Whom a reception is begun for. */
      readonly person?: { readonly idNumber: string; readonly kind: PersonKind; readonly fullName: string };
    }
  | { readonly screen: 'intake'; readonly intakeId?: string }
  /** `square`: the signed square of the receipt that was scanned, to say whether it is genuine. */
  | ({ readonly screen: 'find'; readonly text?: string; readonly square?: string } & Called<'find'>)
  | { readonly screen: 'case'; readonly caseId: string; readonly square?: string }
  /** One person as the desk knows them, by a number or as somebody of a case. */
  | {
      readonly screen: 'person';
      readonly whom:
        | { readonly idNumber: string; readonly formerNumber?: string }
        | { readonly caseId: string; readonly of: 'applicant' | 'submitter' };
    }
  /** `conflicts`: what two counters wrote differently, for a supervisor to decide. */
  | ({ readonly screen: 'my-work'; readonly conflicts?: true } & Called<'my-work'>)
  | { readonly screen: 'return-results' }
  | { readonly screen: 'cash'; readonly caseId?: string }
  | { readonly screen: 'print-tray' }
  | ({ readonly screen: 'register' } & Called<'register'>)
  | { readonly screen: 'hand-over' }
  | { readonly screen: 'bundles' }
  | { readonly screen: 'certification' }
  /** `number`: of the petition that is looked for. */
  | ({ readonly screen: 'petition'; readonly number?: string } & Called<'petition'>)
  /** `part`: which of its parts; where it is left out, the first or the one that stands there. */
  | { readonly screen: 'office'; readonly part?: OfficePart };

/** A part of the office that something elsewhere leads to. */
export type OfficePart = 'people' | 'numbers' | 'data' | 'catalogue' | 'settings' | 'hub';

export type Screen = Place['screen'];

/** The screen of a saved filter, opened with it. */
export function placeOfFilter(filter: SavedFilter): Place {
  switch (filter.screen) {
    case 'find':
      return { screen: 'find', filter };
    case 'register':
      return { screen: 'register', filter };
    case 'petition':
      return { screen: 'petition', filter };
    case 'my-work':
      return { screen: 'my-work', filter };
  }
}

/** The saved filter that a screen is opened with. */
export function calledFilter(place: Place): SavedFilter | undefined {
  return 'filter' in place ? place.filter : undefined;
}

export const PlaceContext = createContext<{
  readonly place: Place;
  readonly go: (place: Place) => void;
  readonly back: () => void;
}>({
  place: { screen: 'reception' },
  go: () => undefined,
  back: () => undefined,
});

/** `const { go, back } = usePlace(); go({ screen: 'case', caseId })` */
export function usePlace() {
  return useContext(PlaceContext);
}
