import { useEffect } from 'react';

/** Scrolls the row in front into sight, no further than needed, whenever another one comes to the front. */
export function useInSight(id: string): void {
  useEffect(() => {
    document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }, [id]);
}
