type MadeFile = { readonly fileName: string; readonly mediaType: string; readonly base64: string };

/** Hands a file to the browser's or Electron's own download, where the person says where it goes. Nothing leaves this machine. */
export function download({ fileName, mediaType, base64 }: MadeFile): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download reads the blob after this turn; a minute is enough for any disk.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
