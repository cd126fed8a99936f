/** The cases that are ticked, in the order in which they were: a list prints as it was put together. */
export function toggled(ticked: readonly string[], caseId: string): readonly string[] {
  return ticked.includes(caseId) ? ticked.filter((one) => one !== caseId) : [...ticked, caseId];
}

/** All of them, or none where all are already. */
export function allOrNone(ticked: readonly string[], all: readonly string[]): readonly string[] {
  return all.every((caseId) => ticked.includes(caseId)) ? [] : all;
}
