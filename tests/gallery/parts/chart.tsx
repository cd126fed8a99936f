import { LineChart } from '../../../renderer/parts/chart/LineChart.tsx';
import { Surface } from '../../../renderer/parts/layout/primitives.ts';
import { useTexts } from '../../../renderer/text/texts.ts';
import type { Entries } from '../entry.ts';

const days = Array.from({ length: 14 }, (_, nth) => `${String(nth + 10)}/11`);

export const chart: Entries = {
  LineChart: {
    show: function Shown() {
      const { wall } = useTexts();
      return (
        <Surface ground="panel" padding={3}>
          <LineChart
            label={wall.course}
            along={days}
            lines={[
              { name: wall.received, values: [12, 30, 18, 0, 0, 44, 39, null, null, 22, 8, 0, 0, 31] },
              { name: wall.finished, values: [9, 14, 25, 0, 0, 20, 31, null, 12, null, 19, 0, 0, 30] },
            ]}
            format={String}
            notKnown="–"
            width={900}
            height={260}
            letters={16}
            keySize="1rem"
          />
        </Surface>
      );
    },
  },
};
