/**
 * People by weeks: how much of their time is planned. One stop for the keyboard; arrows move, the cell they rest on is
 * told below.
 */
import { useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import { formatDate } from '../../../shared/domain/format/dates';
import { isOver, type PersonLoad, type PersonWeek } from '../../../shared/domain/resources/load';
import { mondayOf, weekOf } from '../../../shared/domain/resources/weeks';
import { loadStep } from './loadKeys';
import { isSameCell, loadBand, loadText, type LoadCell, type LoadTable } from './loadTable';

export interface LoadGridProps {
  readonly table: LoadTable;
  readonly today: CalendarDate;
  readonly chosen: LoadCell | null;
  readonly onChoose: (cell: LoadCell) => void;
}

export function LoadGrid({ table, today, chosen, onChoose }: LoadGridProps): ReactNode {
  const element = useRef<HTMLTableElement>(null);
  const { rows, weeks } = table;
  const now = weekOf(today);
  const row = Math.max(
    0,
    rows.findIndex(({ person }) => person.id === chosen?.person),
  );
  const column = Math.max(0, chosen === null ? -1 : weeks.indexOf(chosen.week));
  const current = { person: rows[row]?.person.id ?? '', week: weeks[column] ?? 0 };
  useInSight(element, current);

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = loadStep({ row, column }, { rows: rows.length, columns: weeks.length }, event);
    const [person, week] = [rows[next?.row ?? -1]?.person.id, weeks[next?.column ?? -1]];
    if (person === undefined || week === undefined) return;
    event.preventDefault();
    onChoose({ person, week });
    cellAt(element.current, { person, week })?.focus();
  };
  const onClick = ({ target }: MouseEvent): void => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-week]') : null;
    const { person, week } = cell?.dataset ?? {};
    if (person !== undefined && week !== undefined) onChoose({ person, week: Number(week) });
  };
  return (
    <table
      ref={element}
      role="grid"
      className="load num"
      aria-label="Share of their time, by person and week"
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <thead>
        <tr>
          <th scope="col" className="load-who">
            Person
          </th>
          {weeks.map((week, index) => (
            <th key={week} scope="col">
              <span className="sr">Week of {formatDate(mondayOf(week), 'weekdayYear')}</span>
              <span className="load-month" aria-hidden>
                {monthHead(week, weeks[index - 1])}
              </span>
              <span className={week === now ? 'load-now' : undefined} aria-hidden>
                {Number(mondayOf(week).slice(8))}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((load) => (
          <LoadRow
            key={load.person.id}
            load={load}
            weeks={weeks}
            current={load.person.id === current.person ? current : null}
            chosen={load.person.id === chosen?.person ? chosen : null}
          />
        ))}
      </tbody>
    </table>
  );
}

/** `Jan` or, at the turn of a year, `Jan 2028`, over the first week that begins in the month. */
function monthHead(week: number, before: number | undefined): string {
  const monday = mondayOf(week);
  const previous = before === undefined ? '' : mondayOf(before);
  if (previous.slice(0, 7) === monday.slice(0, 7)) return '';
  const [month = ''] = formatDate(monday).split(' ');
  return previous.slice(0, 4) === monday.slice(0, 4) ? month : `${month} ${monday.slice(0, 4)}`;
}

interface LoadRowProps {
  readonly load: PersonLoad;
  readonly weeks: readonly number[];
  /** The cell that takes the keyboard, where it is in this row. */
  readonly current: LoadCell | null;
  readonly chosen: LoadCell | null;
}

function LoadRow({ load, weeks, current, chosen }: LoadRowProps): ReactNode {
  const { person } = load;
  const byWeek = useMemo(() => new Map(load.weeks.map((week) => [week.week, week])), [load]);
  return (
    <tr>
      <th scope="row" className="load-who">
        <span className="clip" title={person.name}>
          {person.name}
        </span>
      </th>
      {weeks.map((week) => {
        const cell = { person: person.id, week };
        const isChosen = isSameCell(chosen, cell);
        return (
          <td
            key={week}
            role="gridcell"
            className={cellClass(byWeek.get(week), isChosen)}
            data-person={person.id}
            data-week={week}
            aria-selected={isChosen}
            tabIndex={isSameCell(current, cell) ? 0 : -1}
          >
            {loadText(byWeek.get(week))}
            <OverMark week={byWeek.get(week)} />
          </td>
        );
      })}
    </tr>
  );
}

function cellClass(week: PersonWeek | undefined, isChosen: boolean): string {
  const band = loadBand(week);
  const tone = band === 0 ? 'load-none' : `band-${String(band)}`;
  const over = week !== undefined && isOver(week) ? ' is-over' : '';
  return `load-cell ${tone}${over}${isChosen ? ' is-chosen' : ''}`;
}

/** What says it without color: a triangle to the eye, words to the ear. */
function OverMark({ week }: { readonly week: PersonWeek | undefined }): ReactNode {
  if (week === undefined || !isOver(week)) return null;
  return (
    <>
      <svg className="load-mark" width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
        <path d="M4 .5 7.8 7.5H.2z" fill="var(--bad)" />
      </svg>
      <span className="sr">, more than there is time</span>
    </>
  );
}

function cellAt(table: HTMLTableElement | null, { person, week }: LoadCell): HTMLElement | null {
  return (
    table?.querySelector<HTMLElement>(`td[data-person="${person}"][data-week="${String(week)}"]`) ?? null
  );
}

/** Brings the chosen cell into view when it is chosen, not when somebody scrolls away from it. */
function useInSight(table: { readonly current: HTMLTableElement | null }, { person, week }: LoadCell): void {
  useEffect(() => {
    cellAt(table.current, { person, week })?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [table, person, week]);
}
