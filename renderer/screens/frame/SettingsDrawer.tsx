export function SettingsDrawer(_props: { readonly onClose: () => void }) {
  return null;
}
