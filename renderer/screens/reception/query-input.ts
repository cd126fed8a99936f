/** What a kept answer was the answer to: the input inside an oRPC query key, `[path, { input }]`. */
export function inputOf(
  query: { readonly queryKey: readonly unknown[] } | undefined,
): Readonly<Record<string, unknown>> {
  const [, options] = query?.queryKey ?? [];
  return (options as { readonly input?: Readonly<Record<string, unknown>> } | undefined)?.input ?? {};
}
