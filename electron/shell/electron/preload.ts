import { ipcRenderer } from 'electron';

/**
 * Hands one port to the page and exposes nothing: no function of ours lives in the page's world. The page listens for the
 * message `desk-port` from the moment its script runs, which is before this asks.
 */
ipcRenderer.on('desk-port', (event) => {
  window.postMessage('desk-port', window.location.origin, [...event.ports]);
});

window.addEventListener('DOMContentLoaded', () => {
  void ipcRenderer.invoke('desk-port');
});
