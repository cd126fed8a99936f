/**
 * JSON with keys in order and without spaces: one text for one value, so that a hash over it means something.
 * `undefined` fields are left out as JSON does. Throws on what JSON, or the order, cannot hold. The keys are put in order and
 * the engine's own writer does the rest: it takes half the time of writing here.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(value));
}

/** The value with its keys in order. What is in order already is handed on as it is: copying it cost as much as writing it. */
function ordered(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return finite(value);
  if (Array.isArray(value)) return value.every(isOrdered) ? value : value.map((item) => ordered(item ?? null));
  if (typeof value === 'object') return orderedObject(value as Record<string, unknown>);
  throw new Error(`a ${typeof value} has no place in the journal`);
}

function isOrdered(value: unknown): boolean {
  return value === undefined || ordered(value) === value;
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new Error('only finite numbers have a place in the journal');
  return value;
}

/** Keys that an object does not keep in the order in which they were set. Asked of every key of every entry, so the cheap look is first. */
function isStubborn(key: string): boolean {
  const first = key.charCodeAt(0);
  return (first >= 48 && first <= 57 && /^\d+$/.test(key)) || key === '__proto__';
}

function orderedObject(value: Record<string, unknown>): Record<string, unknown> {
  // Another kind of object may have a way of its own to be written, as dates have.
  const plain = Object.getPrototypeOf(value) === Object.prototype;
  return plain && keysAreOrdered(value) ? value : copied(value);
}

function keysAreOrdered(value: Record<string, unknown>): boolean {
  let before = '';
  for (const key in value) {
    if (key < before || isStubborn(key) || !isOrdered(value[key])) return false;
    before = key;
  }
  return true;
}

function copied(value: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const field = value[key];
    if (field === undefined) continue;
    if (isStubborn(key)) throw new Error(`a field called ${key} has no place in the journal`);
    out[key] = ordered(field);
  }
  return out;
}
