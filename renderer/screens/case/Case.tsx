export function Case(_props: { readonly caseId: string }) {
  return null;
}
