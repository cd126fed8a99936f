export function PrintTray() {
  return null;
}
