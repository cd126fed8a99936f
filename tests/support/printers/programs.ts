import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { newFolder } from '../desk/folder.ts';

/**
 * Programs of a spooler, each a few lines of shell that stand before the real ones on the PATH: they answer late, twice, or lie, as spoolers
 * do. `$box` is their folder, where they keep what they were given and read what a test laid there.
 */
export type Programs = {
  readonly folder: string;
  write(name: string, script: string): void;
  /** A file the programs left, or '' while there is none. */
  read(name: string): string;
  lay(name: string, text: string): void;
  end(): void;
};

function scriptedPrograms(): Programs {
  const folder = newFolder();
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const before = process.env['PATH'] ?? '';
  process.env['PATH'] = `${bin}${delimiter}${before}`;
  return { folder, write, read, lay, end };

  function write(name: string, script: string): void {
    const file = join(bin, name);
    writeFileSync(file, `#!/bin/sh\nbox="${folder}"\n${script}\n`);
    chmodSync(file, 0o700);
  }

  function read(name: string): string {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      return '';
    }
  }

  function lay(name: string, text: string): void {
    writeFileSync(join(folder, name), text);
  }

  function end(): void {
    process.env['PATH'] = before;
  }
}

/**
 * A whole CUPS in three programs. `jobs` holds a line a job: number, printer, title, state; `lp` takes a paper by what stands in `how`:
 * `plain`, `silent` (takes it and never answers), `twice`, `lies` (takes it and says it failed), `refuses`, `other` (names another queue).
 */
export function scriptedCups(): Programs & { how(word: string): void; settle(from: string, to: string): void } {
  const programs = scriptedPrograms();
  programs.lay('how', 'plain');
  programs.lay('jobs', '');
  programs.write(
    'lpstat',
    '[ "$1" = -r ] && echo "scheduler is running" || echo "printer laser is idle.  enabled since x"',
  );
  programs.write(
    'lp',
    `cat > /dev/null
how=$(cat "$box/how"); [ "$how" = refuses ] && { echo "lp: The printer is not accepting jobs" >&2; exit 1; }
take() { n=$(($(wc -l < "$box/jobs") + 1)); echo "$n $2 $6 pending" >> "$box/jobs"; }
take "$@"
case "$how" in
  silent) sleep 60;;
  twice) echo "request id is $2-$n (1 file(s))"; take "$@"; echo "request id is $2-$n (1 file(s))";;
  lies) echo "lp: Error - out of memory" >&2; exit 1;;
  other) echo "request id is another-$n (1 file(s))";;
  *) echo "request id is $2-$n (1 file(s))";;
esac`,
  );
  programs.write(
    'ipptool',
    `uri=$2; n=\${uri##*/}
say() { echo "        job-printer-uri (uri) = ipp://localhost/printers/$2"; echo "        job-name (nameWithoutLanguage) = $3"; echo "        job-id (integer) = $1"; echo "        job-state (enum) = $4"; echo "        -- separator --"; }
[ -e "$box/deaf" ] && exit 1
if grep -q Cancel-Job "$3"; then echo "$n" >> "$box/cancelled"; sed -i "/^$n /s/pending/canceled/" "$box/jobs"; echo "        status-code = successful-ok"; exit 0; fi
echo "        RECEIVED: 1 bytes"
if grep -q Get-Jobs "$3"; then echo "        status-code = successful-ok"; while read -r a b c d; do say "$a" "$b" "$c" "$d"; done < "$box/jobs"; exit 0; fi
line=$(grep "^$n " "$box/jobs") || { echo "        status-code = client-error-not-found"; exit 1; }
echo "        status-code = successful-ok"; say $line`,
  );
  return {
    ...programs,
    how: (word) => programs.lay('how', word),
    settle: (from, to) => programs.lay('jobs', programs.read('jobs').replaceAll(from, to)),
  };
}

/** What Windows' shell is asked: the jobs of a queue, and to remove one of them, which it does unless a file `stuck` lies there. */
export function scriptedWindows(): Programs & { queue(jobs: readonly object[]): void } {
  const programs = scriptedPrograms();
  programs.lay('queue', '');
  programs.write(
    'powershell.exe',
    `case "$*" in
  *Remove-PrintJob*) echo "$MCD_JOB $MCD_PRINTER $MCD_DOCUMENT" >> "$box/removed"; [ -e "$box/stuck" ] || : > "$box/queue";;
  *) cat "$box/queue";;
esac`,
  );
  return { ...programs, queue: (jobs) => programs.lay('queue', jobs.length === 0 ? '' : JSON.stringify(jobs)) };
}
