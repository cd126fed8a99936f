export function Reception() {
  return null;
}
