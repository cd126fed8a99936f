/** What the city's database keeps to, beside its tables; `schema.ts` says the same in PostgreSQL's words. */

/** The version of its tables and functions. */
export const cityVersion = 2;
/** The oldest that a ward of today still tells: what that one does not ask for it is not told. */
export const oldestCity = 1;

/** Cases of one call. */
export const mostCases = 200;
/** Steps of one case: what changes more often than that is a mistake of somebody's program. */
export const mostSteps = 200;
/** Bytes of one call, as JSON. */
export const mostBytes = 1024 * 1024;

/** What a year of facts is kept in; what lies outside has a place of its own. */
export const firstYear = 2020;
export const lastYear = 2049;
