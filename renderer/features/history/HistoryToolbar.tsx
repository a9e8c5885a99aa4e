/** What of the history is shown: words, a person, a register, a period; and the way to older and newer pages. */
import { useEffect, useState, type ReactNode } from 'react';
import { formatNumber } from '../../../shared/domain/format/amounts';
import type { HistoryPage } from '../../../shared/domain/history/page';
import { definitionOf, registerIds } from '../../../shared/domain/registers/all';
import { choiceId, writerChoices } from '../../../shared/domain/review/writerText';
import type { HistoryShown } from '../../state/planHistory';
import { Button } from '../../ui/Button';
import { dateText, instantText } from '../../ui/moments';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { ALL, type Period, type Wishes } from './historyFilter';

/** Whoever types is not interrupted by a search for every letter. */
const TYPING_MS = 250;

export interface HistoryToolbarProps {
  readonly wishes: Wishes;
  readonly onChange: (wishes: Wishes) => void;
  readonly shown: HistoryShown;
}

export function HistoryToolbar({ wishes, onChange, shown }: HistoryToolbarProps): ReactNode {
  const { page } = shown;
  const [typed, setTyped] = useState(wishes.text);
  useEffect(() => {
    if (typed === wishes.text) return undefined;
    const timer = setTimeout(() => {
      onChange({ ...wishes, text: typed });
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [typed, wishes, onChange]);
  const periods = periodsOf(page);
  const writers = writerChoices(page?.people ?? [], dateText);
  return (
    <div className="toolbar hy-tools" role="toolbar" aria-label="History">
      <TextField
        label="Search the history"
        hidesLabel
        type="search"
        placeholder="Search values, records, people"
        maxLength={200}
        value={typed}
        onChange={setTyped}
      />
      <Select
        label="Person"
        hidesLabel
        value={wishes.writer === null ? ALL : choiceId(wishes.writer)}
        choices={[{ id: ALL, label: 'Everybody' }, ...writers]}
        onChange={(chosen) => {
          onChange({ ...wishes, writer: writers.find(({ id }) => id === chosen)?.choice ?? null });
        }}
      />
      <Select
        label="Register"
        hidesLabel
        value={wishes.register}
        choices={[
          { id: ALL, label: 'Everything' },
          ...registerIds.map((id) => ({ id, label: definitionOf(id).title })),
        ]}
        onChange={(register) => {
          onChange({ ...wishes, register });
        }}
      />
      <Select
        label="Period"
        hidesLabel
        value={wishes.period}
        choices={periods}
        onChange={(id) => {
          onChange({ ...wishes, period: periods.find((period) => period.id === id)?.id ?? 'always' });
        }}
      />
      <span className="sp" />
      {page !== null && <Pager page={page} shown={shown} />}
    </div>
  );
}

function periodsOf(page: HistoryPage | null): readonly { readonly id: Period; readonly label: string }[] {
  const last = page?.lastVisit ?? null;
  return [
    { id: 'always', label: 'Any time' },
    ...(last === null
      ? []
      : ([
          { id: 'sinceLastVisit', label: `Since I was last here, ${instantText(last.ended)}` },
          { id: 'lastVisit', label: 'When I was last here' },
        ] as const)),
    { id: 'today', label: 'Today' },
    { id: 'week', label: 'The last seven days' },
    { id: 'month', label: 'The last thirty days' },
  ];
}

function Pager({ page, shown }: { readonly page: HistoryPage; readonly shown: HistoryShown }): ReactNode {
  const { entries, newer, total, hasMore } = page;
  if (total === 0) return null;
  return (
    <>
      <span className="t3 small num" role="status">
        {formatNumber(newer + 1)}–{formatNumber(newer + entries.length)} of {formatNumber(total)}
      </span>
      <Button variant="quiet" isDisabled={newer === 0} onPress={shown.onNewer}>
        Newer
      </Button>
      <Button variant="quiet" isDisabled={!hasMore} onPress={shown.onOlder}>
        Older
      </Button>
    </>
  );
}
