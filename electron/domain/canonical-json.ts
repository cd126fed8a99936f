/**
 * JSON with keys in order and without spaces: one text for one value, so that a hash over it means something.
 * `undefined` fields are left out as JSON does. Throws on numbers JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value as Record<string, unknown>);
  throw new Error(`a ${typeof value} has no place in the journal`);
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error('only finite numbers have a place in the journal');
  return JSON.stringify(value);
}

function canonicalObject(value: Record<string, unknown>): string {
  const fields: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const field = value[key];
    if (field !== undefined) fields.push(`${JSON.stringify(key)}:${canonicalJson(field)}`);
  }
  return `{${fields.join(',')}}`;
}
