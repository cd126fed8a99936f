export function SignIn(_props: { readonly status: unknown }) {
  return null;
}
