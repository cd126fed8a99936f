import { type QueryKey, useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { deskClient } from '../../desk/client.ts';
import { faultOf } from '../../desk/fault.ts';
import { useProgress, useWatchName } from '../../desk/watched.ts';
import { download } from './download.ts';

type Volume = Parameters<typeof download>[0] & {
  readonly rows: number;
  readonly volumes?: number;
  readonly next: string | null;
};

/** What was downloaded: its last file, how many files, and how many lines in all of them. */
type Downloaded = { readonly fileName: string; readonly volumes: number; readonly lines: number };

/**
 * A list as a file, or as many as it has volumes, each downloaded before the next is made; it can be stopped at any moment, and what was downloaded stays.
 * @param ask one volume, behind `after`; under the name by which it is given up
 */
export function useVolumes<Wanted>(
  mutationKey: QueryKey,
  ask: (wanted: Wanted, from: { readonly after?: string; readonly watch: string }) => Promise<Volume>,
) {
  const watch = useWatchName(mutationKey.map(String));
  const [at, setAt] = useState({ volume: 1, volumes: 1 });
  const [stopping, setStopping] = useState(false);
  const stop = useRef(false);
  const { mutate, ...made } = useMutation({
    mutationKey,
    mutationFn: async (wanted: Wanted): Promise<Downloaded> => {
      let lines = 0;
      let fileName = '';
      for (let [after, volume]: [string | undefined, number] = [undefined, 1]; ; volume += 1) {
        const file: Volume | null = await ask(wanted, { ...(after === undefined ? {} : { after }), watch }).catch(
          (error: unknown) => {
            // Given up: what was downloaded before it stays.
            if (stop.current && faultOf(error)?.code === 'report-cancelled') return null;
            throw error;
          },
        );
        if (file === null) return { fileName, volumes: volume - 1, lines };
        download(file);
        lines += file.rows;
        fileName = file.fileName;
        if (file.next === null || stop.current) return { fileName, volumes: volume, lines };
        after = file.next;
        setAt({ volume: volume + 1, volumes: file.volumes ?? volume + 1 });
      }
    },
  });
  const progress = useProgress(watch, made.isPending);
  return {
    ...made,
    ...at,
    stopping,
    progress,
    make: (wanted: Wanted) => {
      setAt({ volume: 1, volumes: 1 });
      setStopping(false);
      stop.current = false;
      mutate(wanted);
    },
    stop: () => {
      setStopping(true);
      stop.current = true;
      void deskClient.report.cancel({ watch });
    },
  };
}
