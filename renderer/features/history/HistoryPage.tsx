/** Who changed what in the whole plan, when, from what to what; and the ways back. */
import { useMemo, useState, type ReactNode } from 'react';
import { formatNumber } from '../../../shared/domain/format/amounts';
import { cutName, plain, strong, type Sentence } from '../../../shared/domain/format/sentence';
import type { HistoryEntry, HistoryPage as Page } from '../../../shared/domain/history/page';
import type { Person } from '../../../shared/domain/history/people';
import { recordName } from '../../../shared/domain/records/recordName';
import { useSaveHistory } from '../../state/exporting';
import type { Aim } from '../../state/goingBack';
import { goTo, usePlace } from '../../state/navigation';
import { usePlanHistory } from '../../state/planHistory';
import { usePlanAtRest, useSession } from '../../state/session';
import { useToday } from '../../state/today';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { dayText, instantText } from '../../ui/moments';
import { ExportViewMenu } from '../../ui/ExportViewMenu';
import { PageHead } from '../../ui/PageHead';
import { GoBackDialog } from './GoBackDialog';
import { HistoryEntryRow } from './HistoryEntryRow';
import { EVERYTHING, filterOf } from './historyFilter';
import { HistoryToolbar } from './HistoryToolbar';
import './history.css';

const LONGEST_NAME = 60;
const NOBODY: readonly Person[] = [];

export interface HistoryPageProps {
  /** Opens a backup as a workbook of its own. */
  readonly onOpenBackup: (backup: string) => void;
}

/** What the dialog is open for; `choose` where the moment is still to be chosen. */
type Asked = Aim | 'choose' | null;

export function HistoryPage({ onOpenBackup }: HistoryPageProps): ReactNode {
  const { workbook } = usePlanAtRest();
  const { document } = useSession();
  const saveHistory = useSaveHistory();
  const today = useToday();
  const [wishes, setWishes] = useState(EVERYTHING);
  const [asked, setAsked] = useState<Asked>(null);
  const isReadOnly = document.format.readOnly;
  // Only with words does the question depend on what records are called.
  const named = wishes.text === '' ? null : workbook;
  const { record } = usePlace();
  const filter = useMemo(
    () => ({
      ...filterOf(wishes, named, new Date(`${today}T00:00`).getTime()),
      ...(record === undefined ? {} : { record: record.id }),
    }),
    [wishes, named, today, record],
  );
  const isFiltered = Object.keys(filter).length > 0;
  const shown = usePlanHistory(filter, workbook);
  const { page, trouble } = shown;
  const people = page?.people ?? NOBODY;
  const days = useMemo(() => byDay(page?.entries ?? []), [page]);
  return (
    <>
      <PageHead title="History" answer={answerOf(page, isFiltered)}>
        {page !== null && page.total > 0 && (
          <ExportViewMenu
            content={isFiltered ? 'every change that is found' : 'every change'}
            onExport={(format) => {
              saveHistory(format, filter);
            }}
          />
        )}
        {!isReadOnly && page !== null && page.reach.from !== null && (
          <Button
            onPress={() => {
              setAsked('choose');
            }}
          >
            Go back…
          </Button>
        )}
      </PageHead>
      {page?.reach.from !== null && <HistoryToolbar wishes={wishes} onChange={setWishes} shown={shown} />}
      {record !== undefined && (
        <div className="hy-record">
          <Chip
            label={`Changes of “${cutName(recordName(workbook, record.register, record.id), LONGEST_NAME)}”`}
            onRemove={() => {
              goTo({ page: 'history' });
            }}
          />
        </div>
      )}
      <div className="hy scroll" key={`${JSON.stringify(wishes)} ${String(shown.before)}`}>
        {trouble !== null && <p>{trouble}</p>}
        {page?.total === 0 && <Nothing isFiltered={isFiltered} />}
        {days.map(({ day, entries }) => (
          <section key={day} aria-label={day}>
            <h2 className="h3 hy-day">{day}</h2>
            <ol>
              {entries.map((entry) => (
                <HistoryEntryRow
                  key={`${String(entry.seq)} ${String(entry.at)}`}
                  {...{ entry, workbook, filter, people, isReadOnly }}
                  onGoBack={setAsked}
                />
              ))}
            </ol>
          </section>
        ))}
        {page !== null && !page.hasMore && page.total > 0 && <Reach page={page} />}
      </div>
      {asked !== null && (
        <GoBackDialog
          aim={asked === 'choose' ? undefined : asked}
          people={people}
          onClose={() => {
            setAsked(null);
          }}
          onOpenBackup={onOpenBackup}
        />
      )}
    </>
  );
}

function answerOf(page: Page | null, isFiltered: boolean): Sentence {
  if (page === null) return [plain('Reading the history…')];
  const { total, reach } = page;
  const count = strong(total === 1 ? 'One change' : `${formatNumber(total)} changes`);
  if (reach.from === null) return [plain('Nothing was changed on this computer yet.')];
  if (isFiltered) return [count, plain(total === 1 ? ' is found.' : ' are found.')];
  return [count, plain(` on this computer since ${instantText(reach.from)}, each with a way back.`)];
}

/** Days where the reader is, in the order of the entries. */
function byDay(
  entries: readonly HistoryEntry[],
): readonly { day: string; entries: readonly HistoryEntry[] }[] {
  const days: { day: string; entries: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const day = dayText(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

function Reach({ page: { reach } }: { readonly page: Page }): ReactNode {
  return (
    <p className="t3 small hy-reach">
      {reach.isWhole
        ? 'The history of this plan on this computer begins here. What it began with, or came here with, is no change.'
        : 'Older changes are no longer kept, or were lost with a damaged file. Backups go back further.'}
    </p>
  );
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }): ReactNode {
  if (isFiltered) return <p className="t2 hy-reach">Nothing of this kind was changed.</p>;
  return (
    <div className="hy-none">
      <h2>Who changed that, and when?</h2>
      <p className="t2">
        Every change on this computer will stand here: who made it, what stood there before, and what since.
        What colleagues wrote elsewhere comes with the next merge, with their names. Each value can be put
        back, and so can a record, the whole plan, or what one person did.
      </p>
    </div>
  );
}
