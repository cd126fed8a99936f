import type { WallFigures } from '../../../../electron/contract/counter/work/wall.ts';
import { LineChart } from '../../../parts/chart/LineChart.tsx';
import { Block } from '../../../parts/layout/primitives.ts';
import { formatCount } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { Asking } from './chart/Asking.tsx';
import type { Asked } from './chart/asked.ts';
import { far } from './chart/far.ts';
import { WallPart } from './chart/WallPart.tsx';

type CourseProps = { readonly figures: WallFigures; readonly onAsk: (asked: Asked) => void };

/** How the last two weeks went, day by day. */
export function Course({ figures: { course }, onAsk }: CourseProps) {
  const { wall } = useTexts();
  return (
    <WallPart title={wall.course} large>
      <LineChart
        label={wall.course}
        along={course.map(({ day }) => `${day.slice(8)}/${day.slice(5, 7)}`)}
        lines={[
          { name: wall.received, values: course.map(({ received }) => received) },
          { name: wall.finished, values: course.map(({ finished }) => finished) },
        ]}
        format={formatCount}
        notKnown={wall.courseUnknown}
        width={1310}
        height={440}
        told={false}
        letters={23}
        keySize={far(23)}
      />
      <CourseDays course={course} onAsk={onAsk} />
    </WallPart>
  );
}

type CourseDaysProps = { readonly course: WallFigures['course']; readonly onAsk: (asked: Asked) => void };

/** The same numbers as they are, each with the way to its files. */
function CourseDays({ course, onAsk }: CourseDaysProps) {
  const { wall } = useTexts();
  const dayOf = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}`;
  const lines = [
    { label: wall.received, figure: 'receivedOn', of: ({ received }: WallFigures['course'][number]) => received },
    { label: wall.finished, figure: 'finishedOn', of: ({ finished }: WallFigures['course'][number]) => finished },
  ] as const;
  return (
    <Block
      as="table"
      aria-label={wall.course}
      css={{
        width: '100%',
        tableLayout: 'fixed',
        fontSize: far(17),
        borderCollapse: 'collapse',
        '& th': { fontWeight: 400, textAlign: 'left' },
      }}
    >
      <thead>
        <tr>
          <Block as="td" css={{ width: '7em' }} />
          {course.map(({ day }) => (
            <th key={day} scope="col">
              {dayOf(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, figure, of }) => (
          <tr key={figure}>
            <th scope="row">{label}</th>
            {course.map((one) => {
              const count = of(one);
              const says = `${label} ${dayOf(one.day)}`;
              return (
                <td key={one.day}>
                  {count === null || count === 0 ? (
                    (count ?? <span title={wall.courseUnknown}>–</span>)
                  ) : (
                    <Asking
                      asked={{ figure, key: one.day, says }}
                      onAsk={onAsk}
                      count={count}
                      label={`${says}: ${formatCount(count)}`}
                      inline
                    >
                      {formatCount(count)}
                    </Asking>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Block>
  );
}
