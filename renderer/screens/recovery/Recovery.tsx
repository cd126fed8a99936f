export function Recovery(_props: { readonly fault: unknown }) {
  return null;
}
