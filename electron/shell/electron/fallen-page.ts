import { type BrowserWindow, dialog } from 'electron';
import type { Client } from '../../desk/core/session/client.ts';
import type { Log } from '../../desk/core/ports.ts';

const mostInAMinute = 3;
const minute = 60_000;

/**
 * A page whose process fell is begun anew, before nobody: what was typed is in its draft. One that falls again and again is given up with a sentence, or the window would
 * flicker for ever.
 */
export function bringBackFallenPage(window: BrowserWindow, client: Client, log: Log): void {
  let fallen: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.write('page-gone', { reason, exitCode });
    client.session = null;
    client.expired = true;
    if (window.isDestroyed() || reason === 'clean-exit') return;
    const now = performance.now();
    fallen = [...fallen.filter((at) => now - at < minute), now];
    if (fallen.length <= mostInAMinute) {
      window.webContents.reload();
      return;
    }
    dialog.showErrorBox(
      'Một Cửa Desk',
      'Cửa sổ gặp lỗi nhiều lần liền. Hồ sơ đã lưu và bản nháp vẫn còn. Đóng chương trình, mở lại; nếu vẫn vậy, báo bộ phận kỹ thuật.\n' +
        'The window failed several times in a row. Saved cases and drafts are kept. Close the program and start it again; if it goes on, tell whoever keeps the machine.',
    );
    window.close();
  });
}
