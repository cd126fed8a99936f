/** Why something may not be done now, in words a clerk can say aloud and that say what to do. `key` is its name, the same in every language. */
export type Refusal = { readonly key: string; readonly vi: string; readonly en: string };
