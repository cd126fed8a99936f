export function Find(_props: { readonly text?: string }) {
  return null;
}
