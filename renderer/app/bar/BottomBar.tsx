import type { RunsOut } from '../../../electron/contract/common/office/office.ts';
import type { Texts } from '../../text/languages.ts';
import ButtonBase from '@mui/material/ButtonBase';
import type { ReactNode } from 'react';
import type { Status, User } from '../../../electron/contract/common/office/office.ts';
import { type OfficePart, type Place, usePlace } from '../../desk/places.ts';
import { useStatus } from '../../desk/desk-status.ts';
import { useSettings } from '../../look/settings.ts';
import { rem } from '../../look/theme.ts';
import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { Block, Row, Text } from '../../parts/layout/primitives.ts';
import { formatDate, formatDateTime, formatMoment, formatTime, shortMoment } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { LeaveButtons } from './Leave.tsx';
import { lessonKeys } from '../lessons/LessonBar.tsx';
import { keepsOffice } from '../Rail.tsx';
import { soundKeys } from './SoundKey.tsx';

type Tone = 'good' | 'brand' | 'soon' | 'late';

function BarFact({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <Row align="center" gap={1.5} tone={tone === 'late' ? 'late' : undefined} weight={tone === 'late' ? 600 : 400}>
      <Block
        width={8}
        height={8}
        shrink={false}
        css={{ borderRadius: tone === 'good' ? '50%' : '2px', backgroundColor: `var(--${tone})` }}
        aria-hidden
      />
      <span>{children}</span>
    </Row>
  );
}

type BarWayProps = {
  readonly tone: 'soon' | 'late';
  readonly keys: string;
  /** Whether who is signed in can go there: to others it is said, and no key is offered that does nothing. */
  readonly may: boolean;
  readonly onGo: () => void;
  readonly children: ReactNode;
};

/** A fact that leads to where it is put right. */
function BarWay({ tone, keys, may, onGo, children }: BarWayProps) {
  if (!may) return <BarFact tone={tone}>{children}</BarFact>;
  return (
    <ButtonBase onClick={onGo} sx={tone === 'late' ? alarm : { ...alarm, color: 'var(--soon)' }}>
      <BarFact tone={tone}>{children}</BarFact>
      <KeyCap keys={keys} />
    </ButtonBase>
  );
}

const printerTones = {
  ready: 'good',
  printing: 'brand',
  stopped: 'late',
  missing: 'late',
  none: 'soon',
  unknown: 'soon',
} as const;

/** The desk's printer with its spare, and the one of receipts where that is another. */
function PrinterFacts({ status }: { readonly status: Status }) {
  const { frame, printers, printTray } = useTexts();
  const { printer, receiptPrinter, sparePrinter } = status;
  const words = (use: Status['printer']): string => {
    const reason = use.reason === null ? '' : ` (${printTray.reasons[use.reason] ?? use.reason})`;
    return `${printers.states[use.state].toLowerCase()}${reason}`;
  };
  return (
    <>
      <BarFact tone={printerTones[printer.state]}>
        {frame.printer[printer.state]}
        {sparePrinter !== null && ` · ${printers.bar.spare(words(sparePrinter))}`}
      </BarFact>
      {receiptPrinter !== null && (
        <BarFact tone={printerTones[receiptPrinter.state]}>{printers.bar.receipt(words(receiptPrinter))}</BarFact>
      )}
    </>
  );
}

const toPeople: Place = { screen: 'office', part: 'people' };

/** What is wrong and can be opened. */
const alarm = {
  font: 'inherit',
  fontSize: rem(13),
  gap: 1,
  borderRadius: '4px',
  textDecoration: 'underline',
  color: 'var(--late)',
} as const;

/** Where it is put right, and by whom alone where not each who keeps the office may. */
const mending: Readonly<
  Record<RunsOut['code'], { readonly part: OfficePart | 'own-settings'; readonly role?: 'admin' }>
> = {
  'disk-room': { part: 'data' },
  numbers: { part: 'numbers', role: 'admin' },
  'paper-receipts': { part: 'settings', role: 'admin' },
  calendar: { part: 'catalogue' },
  'backup-old': { part: 'data' },
  'access-review': { part: 'people' },
  'hub-certificate': { part: 'hub' },
  'city-certificate': { part: 'hub' },
  'recovery-test': { part: 'data' },
  'second-factor': { part: 'own-settings' },
};

type RunsOutProps = { readonly one: RunsOut; readonly user: Status['user']; readonly onSettings: () => void };

/** What runs out: to who can mend it what is to be done and where; to the others whom to tell. */
function RunsOutFact({ one, user, onSettings }: RunsOutProps) {
  const { frame } = useTexts();
  const { go } = usePlace();
  const { part, role } = mending[one.code];
  const mends = keepsOffice(user) && (role === undefined || user?.role === role);
  const isGrave = one.code === 'disk-room' || (one.code === 'paper-receipts' && one.days === 0);
  return (
    <BarWay
      tone={isGrave ? 'late' : 'soon'}
      keys={part === 'own-settings' ? 'Alt+0' : 'F9'}
      may={mends}
      onGo={() => (part === 'own-settings' ? onSettings() : go({ screen: 'office', part }))}
    >
      {runsOutText(one, frame)}: {frame.mend[one.code][mends ? 'here' : 'others']}
    </BarWay>
  );
}

function runsOutText(one: RunsOut, { runsOut }: Texts['frame']): string {
  switch (one.code) {
    case 'disk-room':
      return runsOut['disk-room'](one.megabytes);
    case 'numbers':
      return runsOut.numbers(one.left);
    case 'calendar':
      return runsOut.calendar(one.days);
    case 'backup-old':
      return runsOut['backup-old'](one.hours);
    case 'paper-receipts':
      return runsOut['paper-receipts'](one.days, formatDate(one.until));
    case 'access-review':
      return runsOut['access-review'](formatDate(one.since));
    case 'hub-certificate':
    case 'city-certificate':
      return runsOut[one.code](formatDate(one.until));
    case 'recovery-test':
      return runsOut['recovery-test'](formatDate(one.due));
    case 'second-factor':
      return runsOut['second-factor'](formatDate(one.from));
  }
}

type BottomBarProps = {
  readonly onClock: () => void;
  /** Opens what is the person's own: their password, the code of their phone. */
  readonly onSettings: () => void;
  /** Opens the lessons, where there are some. */
  readonly onLessons?: () => void;
};

/** What a clerk must be able to trust at one glance; asked anew every 5 s and after each act. */
export function BottomBar({ onClock, onSettings, onLessons }: BottomBarProps) {
  const texts = useTexts();
  const { language, sound } = useSettings();
  const { go } = usePlace();
  const { data: status, isError } = useStatus();
  if (status === undefined) return null;
  const { frame } = texts;
  const { clock, outbox } = status;
  const [bare] = status.withoutReceipt;
  const seesPersons = status.user?.seesPersons === true;
  const keeps = keepsOffice(status.user);
  return (
    <Row
      as="footer"
      across
      align="center"
      wrap
      columnGap={3}
      minHeight={30}
      padding={[0.75, 3.5]}
      ground="panel"
      line="top"
      size="note"
      tone="secondary"
      aria-label={frame.state}
    >
      <Text tone="ink" weight={700}>
        {status.deskName} · {status.user?.fullName ?? ''}
      </Text>
      <LeaveButtons />
      {status.practice && (
        <Text tone="soon" weight={600}>
          {frame.practice}
        </Text>
      )}
      {onLessons !== undefined && (
        <ButtonBase onClick={onLessons} sx={{ ...alarm, color: 'var(--soon)' }}>
          {texts.lessons.open} <KeyCap keys={lessonKeys} />
        </ButtonBase>
      )}
      {isError && <BarFact tone="late">{frame.silent}</BarFact>}
      {clock.state === 'good' ? (
        <BarFact tone="good">{formatMoment(status.now, language)}</BarFact>
      ) : (
        <ButtonBase onClick={onClock} sx={alarm}>
          <BarFact tone="late">
            {formatMoment(status.now, language)} · {frame.clock[clock.hubAt === undefined ? clock.state : 'hub']}
          </BarFact>
          <KeyCap keys="Alt+9" />
        </ButtonBase>
      )}
      {status.standsFor.map(({ form, name, to }) => (
        <BarFact key={name} tone="brand">
          {texts.delegation.stands(form, name, formatDate(to))}
        </BarFact>
      ))}
      <PrinterFacts status={status} />
      {status.unsettledPrints > 0 && (
        <BarWay tone="late" keys="Ctrl+J" may={seesPersons} onGo={() => go({ screen: 'print-tray' })}>
          {frame.unsettled(status.unsettledPrints)}
        </BarWay>
      )}
      {status.missingPapers !== null && (
        <BarWay
          tone="soon"
          keys={seesPersons ? 'F4' : 'F9'}
          may={seesPersons || keeps}
          onGo={() => go({ screen: seesPersons ? 'my-work' : 'office' })}
        >
          {frame.missingPapers(status.missingPapers.receptions, status.missingPapers.atMost)}
        </BarWay>
      )}
      {bare !== undefined && (
        <BarWay
          tone="late"
          keys="Ctrl+Shift+G"
          may={seesPersons}
          onGo={() => go({ screen: 'case', caseId: bare.caseId })}
        >
          {frame.withoutReceipt(status.withoutReceipt.length)}
        </BarWay>
      )}
      {(status.centre === 'alone' || status.centre === 'stopped') && (
        <BarWay
          tone={status.centre === 'stopped' ? 'late' : 'soon'}
          keys="F9"
          may={keeps}
          onGo={() => go({ screen: 'office' })}
        >
          {frame.centre[status.centre]}
        </BarWay>
      )}
      {(status.centre === 'connected' || status.centre === 'connecting') && (
        <BarFact tone={status.centre === 'connected' ? 'good' : 'soon'}>{frame.centre[status.centre]}</BarFact>
      )}
      {outbox.count > 0 && (
        <BarFact tone="soon">
          {frame.outbox(outbox.count, outbox.oldestAt === null ? '' : sinceOf(outbox.oldestAt, status.now))}
        </BarFact>
      )}
      <BarFact tone={status.lastBackupAt === null || status.backupTrouble ? 'soon' : 'good'}>
        {status.lastBackupAt === null ? frame.noBackup : frame.backup(formatDateTime(status.lastBackupAt))}
        {status.backupTrouble && ` · ${frame.backupTrouble}`}
      </BarFact>
      {(status.sealing === 'no-recovery' || status.sealing === 'recovery-used') && (
        <BarFact tone="soon">{texts.keys.bar[status.sealing]}</BarFact>
      )}
      {status.requests > 0 && (
        <BarWay tone="soon" keys="F9" may={keeps} onGo={() => go(toPeople)}>
          {texts.people.waiting(status.requests)}
        </BarWay>
      )}
      {status.corrections > 0 && (
        <BarWay tone="soon" keys="F9" may={keeps} onGo={() => go(toPeople)}>
          {texts.people.correctionsWaiting(status.corrections)}
        </BarWay>
      )}
      {status.proposals > 0 && (
        <BarWay tone="soon" keys="F4" may onGo={() => go({ screen: 'my-work' })}>
          {frame.proposals(status.proposals)}
        </BarWay>
      )}
      {status.user?.failed !== null && status.user?.failed !== undefined && (
        <BarFact tone="late">
          {texts.people.failed(status.user.failed.times, formatDateTime(status.user.failed.lastAt))}
        </BarFact>
      )}
      {status.user?.restored !== undefined && (
        <BarFact tone="late">{restoredWords(status.user.restored, texts)}</BarFact>
      )}
      {status.runsOut.map((one) => (
        <RunsOutFact key={one.code} one={one} user={status.user} onSettings={onSettings} />
      ))}
      {status.register === 'bad' && <BarFact tone="late">{frame.registerBad}</BarFact>}
      {sound === 'off' && (
        <Row gap={1} align="center">
          {frame.soundOff} <KeyCap keys={soundKeys} />
        </Row>
      )}
      <Row marginLeft="auto" gap={1} align="center">
        <KeyCap keys="F1" /> {frame.keysHelp}
      </Row>
    </Row>
  );
}

/** Who was not here hears who put the register back, and from when on it may lack what they did. */
function restoredWords(
  { why, at, madeAt, persons, paperKey }: NonNullable<User['restored']>,
  { people: { restoredSince } }: Texts,
): string {
  const moments = [formatDateTime(at), formatDateTime(madeAt)] as const;
  if (why === 'witness-lost') return restoredSince.unseen(...moments);
  return restoredSince.by(...moments, [...persons, ...(paperKey === true ? [restoredSince.paperKey] : [])]);
}

/** Its time of day, and its day where that was another. */
function sinceOf(moment: string, now: string): string {
  return moment.slice(0, 10) === now.slice(0, 10) ? formatTime(moment) : shortMoment(moment);
}
