/** What was typed, put on what is in force by now: a field that was left as it began goes along with the newest. */
export function mergeOnto<V extends object>(began: V, typed: V, newest: V): V {
  const merged = { ...newest };
  for (const name of Object.keys(newest) as (keyof V)[]) {
    if (JSON.stringify(typed[name]) !== JSON.stringify(began[name])) merged[name] = typed[name];
  }
  return merged;
}
