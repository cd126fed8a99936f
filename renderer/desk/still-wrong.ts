/** Of what was found wrong in `sent`, by its path, what stands in `now` as it was sent: the rest was typed anew since. */
export function stillWrong(
  issues: ReadonlyMap<string, string>,
  sent: unknown,
  now: unknown,
): ReadonlyMap<string, string> {
  const told = (value: unknown, path: string) => JSON.stringify(valueAt(value, path));
  return new Map([...issues].filter(([path]) => told(sent, path) === told(now, path)));
}

function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, name) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined),
      value,
    );
}
