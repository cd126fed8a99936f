import GlobalStyles from '@mui/material/GlobalStyles';
import { createPortal } from 'react-dom';
import { minuteOf, useKnownStatus } from '../../../../desk/desk-status.ts';
import { formatDate, formatDateTime, formatMoney, formatTime } from '../../../../text/format.ts';
import { vi } from '../../../../text/languages.ts';
import { type Day, totalColumns, totalRows } from './DayTotals.tsx';
import { formatDifference } from '../till/difference.ts';

const { cash } = vi;

/** Only on paper, and there alone: the screen is left out of the print, the sheet out of the screen. */
const onPaper = {
  '.day-print': { display: 'none' },
  '@media print': {
    '#root': { display: 'none' },
    'html, body': { height: 'auto !important', overflow: 'visible !important', background: '#fff !important' },
    '.day-print': { display: 'block', color: '#111', font: "11pt/1.35 Tinos, 'Times New Roman', serif" },
    '.day-print h1': { fontSize: '15pt', textAlign: 'center', margin: '8pt 0 2pt' },
    '.day-print table': { borderCollapse: 'collapse', width: '100%', marginTop: '8pt' },
    '.day-print th, .day-print td': { border: '0.5pt solid #111', padding: '2pt 4pt', textAlign: 'left' },
    '.day-print tr': { breakInside: 'avoid' },
    '.day-print .money': { textAlign: 'right', whiteSpace: 'nowrap' },
    '.day-print .signers': { display: 'flex', justifyContent: 'space-around', marginTop: '18pt', breakInside: 'avoid' },
    '@page': { size: 'A4', margin: '15mm' },
  },
} as const;

/** The day sheet as it prints: always Vietnamese, always black on white. */
export function DayPrint({ day }: { readonly day: Day }) {
  const { centreName, deskName, now } = useKnownStatus((status) => ({
    centreName: status.centreName,
    deskName: status.deskName,
    now: minuteOf(status),
  }));
  return createPortal(
    <div className="day-print" lang="vi" aria-hidden>
      <GlobalStyles styles={onPaper} />
      <div>{centreName}</div>
      <div>{deskName}</div>
      <h1>
        {cash.day.title} {formatDate(day.date)}
      </h1>
      <Totals day={day} />
      <Receipts day={day} />
      <Tills day={day} />
      <VoidedAlone day={day} />
      <p>{cash.day.printedAt(formatDateTime(now), day.head)}</p>
      <div className="signers">
        {cash.day.signers.map((signer) => (
          <div key={signer}>{signer}</div>
        ))}
      </div>
    </div>,
    document.body,
  );
}

function Totals({ day }: { readonly day: Day }) {
  return (
    <table>
      <thead>
        <tr>
          <th />
          {totalColumns.map((column) => (
            <th key={column}>{column === 'total' ? cash.day.total : cash.methods[column]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {totalRows.map((row) => (
          <tr key={row}>
            <th>{cash.day.rows[row]}</th>
            {totalColumns.map((column) => (
              <td key={column} className="money">
                {formatMoney(day[row][column])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function VoidedAlone({ day }: { readonly day: Day }) {
  if (day.voidedAlone.length === 0) return null;
  return (
    <>
      <p>{cash.day.voidedAlone}:</p>
      <ul>
        {day.voidedAlone.map(({ caseId, number, at, byName, reason }) => (
          <li key={`${caseId} ${at}`}>
            {number}: {cash.day.voidedBy(byName, formatTime(at))}. {reason}
          </li>
        ))}
      </ul>
    </>
  );
}

function Receipts({ day }: { readonly day: Day }) {
  return (
    <table>
      <thead>
        <tr>
          {(['number', 'time', 'payer', 'caseNumber', 'method', 'clerk', 'amount'] as const).map((name) => (
            <th key={name}>{cash.day[name]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {day.receipts.map((receipt) => (
          <tr key={receipt.receiptId}>
            <td>{receipt.number}</td>
            <td>{formatTime(receipt.at)}</td>
            <td>{receipt.payer}</td>
            <td>{receipt.caseNumber}</td>
            <td>{cash.methods[receipt.method]}</td>
            <td>{receipt.clerk}</td>
            <td className="money">
              {formatMoney(receipt.amount)}
              {receipt.refunded !== null && ` (${cash.day.refunded})`}
              {receipt.replacedBy !== null && ` (${cash.day.replaced})`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Tills({ day }: { readonly day: Day }) {
  if (day.tills.length === 0) return null;
  return (
    <ul>
      {day.tills.map((till) => (
        <li key={`${till.till} ${till.session}`}>
          {till.till}: {formatTime(till.openedAt)} –{' '}
          {till.closedAt === null ? cash.day.stillOpen : formatTime(till.closedAt)}, {cash.day.expected}{' '}
          {formatMoney(till.expected)}
          {till.counted !== null && `, ${cash.day.counted} ${formatMoney(till.counted)}`}
          {till.difference !== null && `, ${cash.till.differenceLabel}: ${formatDifference(till.difference)}`}
          {till.reason !== null && ` (${till.reason})`}
        </li>
      ))}
    </ul>
  );
}
