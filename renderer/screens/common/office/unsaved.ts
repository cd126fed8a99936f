import { createContext, useContext, useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

/** What was typed in the editors of the office and is not saved yet, by the editor's name. It lives as long as the frame of its person. */
export const UnsavedContext = createContext<Map<string, unknown>>(new Map());

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** State that outlives its editor for as long as it differs from what is saved. `left`: it was found as it had been left. */
export function useUnsaved<T>(name: string, saved: T) {
  const all = useContext(UnsavedContext);
  const [left, setLeft] = useState(() => all.has(name));
  const [value, set] = useState<T>(() => (all.has(name) ? (all.get(name) as T) : saved));
  const changed = !same(value, saved);
  if (left && !changed) setLeft(false);
  useEffect(() => {
    if (changed) all.set(name, value);
    else all.delete(name);
  }, [all, name, value, changed]);
  return { value, set, changed, left };
}

type Left<V> = { readonly began: V; readonly typed: V };

/** The same for a whole form: what was typed is put on what is saved by then, so that nobody else's change is undone by it. */
export function useUnsavedForm<V extends FieldValues>(name: string, form: UseFormReturn<V>, saved: V): boolean {
  const all = useContext(UnsavedContext);
  const { isDirty } = form.formState;
  // Found as it was left, put back, and then saved or discarded.
  const [left, setLeft] = useState<'found' | 'back' | 'no'>(() => (all.has(name) ? 'found' : 'no'));
  if (left === 'found' && isDirty) setLeft('back');
  if (left === 'back' && !isDirty) setLeft('no');
  const now = useRef(saved);
  useEffect(() => {
    now.current = saved;
  });
  useEffect(() => {
    const found = all.get(name) as Left<V> | undefined;
    if (found !== undefined) form.reset(mergeOnto(found.began, found.typed, now.current), { keepDefaultValues: true });
    return () => {
      const typed = form.getValues();
      if (same(mergeOnto(now.current, typed, now.current), now.current)) all.delete(name);
      else all.set(name, { began: now.current, typed } satisfies Left<V>);
    };
  }, [all, name, form]);
  return left === 'back';
}

/** What was typed, put on what is in force by now: a field that was left as it began goes along with the newest. */
export function mergeOnto<V extends object>(began: V, typed: V, newest: V): V {
  const merged = { ...newest };
  for (const name of Object.keys(newest) as (keyof V)[]) {
    if (JSON.stringify(typed[name]) !== JSON.stringify(began[name])) merged[name] = typed[name];
  }
  return merged;
}
