/** What of a register is shown: filter, order, heads, columns, and which record is meant. */
import { useMemo, useState, type RefObject } from 'react';
import type { Plan } from '../../../shared/domain/plan';
import {
  canGroup,
  groupedRecords,
  viewedRecords,
  type RecordView,
} from '../../../shared/domain/records/recordRows';
import type { StoredValue } from '../../../shared/domain/register/field';
import { fieldOf, fieldsOf, type AnyRecord } from '../../../shared/domain/register/record';
import { definitionOf, isRegisterId, type RegisterId } from '../../../shared/domain/registers/all';
import { tableOf } from '../../../shared/domain/workbook';
import { useMeantRecord, type MeantRecord } from '../../state/meantRecord';
import { usePlace, type Place } from '../../state/navigation';
import { rememberedView } from '../../state/rememberedView';
import type { GridHandle } from '../../ui/grid/useGrid';
import { firstColumns } from './registerColumns';
import { groupKey, groupsAsRows, recordsAsRows, type RegisterRow } from './registerRows';

export interface RegisterViewState {
  readonly view: RecordView;
  readonly change: (part: Partial<RecordView>) => void;
  /** Looks at what is in the bin instead. */
  readonly showsBin: boolean;
  readonly setShowsBin: (shows: boolean) => void;
  readonly rows: readonly RegisterRow[];
  /** What passes the filter, in order, whether its head is open or not. */
  readonly records: readonly AnyRecord[];
  readonly toggleGroup: (key: string, isOpen: boolean) => void;
  readonly focusedKey: string | null;
  readonly focusRow: (key: string) => void;
  /** All chosen rows, top to bottom. */
  readonly chosenKeys: readonly string[];
  readonly chooseRows: (keys: readonly string[]) => void;
  /** The record whose details are open, and the field meant in it. */
  readonly open: MeantRecord | null;
  /** The keyboard goes to the field, where one is named. */
  readonly openDrawer: (id: string, field?: string) => void;
  readonly closeDrawer: () => void;
  /** The field whose values are the heads of the board; undefined for a register without any such field. */
  readonly boardField: string | undefined;
  /** Takes away what would hide a record. */
  readonly reveal: (id: string) => void;
  /** The value that records of the focused head have in the field they are grouped by. */
  readonly groupValues: Readonly<Record<string, StoredValue>>;
}

function firstView(register: RegisterId): RecordView {
  return {
    filter: '',
    sort: [],
    group: null,
    columns: firstColumns(register),
    widths: {},
    layout: 'table',
  };
}

const useRememberedView = rememberedView<RecordView>({
  table: 'register',
  // Fields may go with a later version, and a register is nothing without its name.
  withHeads: (view, heads, register) => {
    const definition = isRegisterId(register) ? definitionOf(register) : undefined;
    const isField = (name: string): boolean =>
      definition !== undefined && fieldOf(definition, name) !== undefined;
    const columns = heads.columns.filter(isField);
    return {
      ...view,
      columns: columns.length === 0 ? view.columns : columns,
      sort: heads.sort.filter(({ field }) => isField(field)),
      widths: heads.widths,
    };
  },
  headsOf: ({ columns, sort, widths }) => ({ columns, sort, widths, shown: {} }),
});

export function useRegisterView(
  plan: Plan,
  register: RegisterId,
  grid: RefObject<GridHandle | null>,
): RegisterViewState {
  const { workbook } = plan;
  const [view, change] = useRememberedView(register, () => firstView(register));
  const [showsBin, setShowsBin] = useState(false);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focusedKey, focusRow] = useState<string | null>(null);
  const [chosenKeys, chooseRows] = useState<readonly string[]>([]);
  const [open, setOpen] = useState<MeantRecord | null>(null);
  const { filter, sort, group } = view;

  const records = useMemo(
    () => viewedRecords(workbook, register, { filter, sort }, showsBin),
    [workbook, register, filter, sort, showsBin],
  );
  const groups = useMemo(
    () => (group === null ? null : groupedRecords(workbook, register, records, group)),
    [workbook, register, records, group],
  );
  const rows = useMemo(
    () => (groups === null ? recordsAsRows(records) : groupsAsRows(groups, closed)),
    [groups, records, closed],
  );

  const toggleGroup = (key: string, isOpen: boolean): void => {
    setClosed((was) => {
      const next = new Set(was);
      if (isOpen) next.delete(key);
      else next.add(key);
      return next;
    });
  };
  const reveal = (id: string): void => {
    const record = tableOf(workbook, register).byId.get(id);
    setShowsBin(record?.archived === true);
    if (!records.some((shown) => shown.id === id)) change({ filter: '' });
    if (record !== undefined && group !== null) {
      const value = record[group] ?? null;
      toggleGroup(groupKey({ value, label: '', records: [] }), true);
    }
  };

  useAskedView(register, (asked) => {
    change(asked);
    setShowsBin(false);
  });
  const isShown = (field: string | undefined): boolean => field === undefined || view.columns.includes(field);
  useMeantRecord({
    register,
    workbook,
    knowsBin: true,
    prepare: (meant) => {
      reveal(meant.id);
      focusRow(meant.id);
      if (!isShown(meant.field) || view.layout === 'board') setOpen(meant);
    },
    // A field without a column takes the keyboard in the details.
    show: ({ id, field }) => {
      if (!isShown(field)) return;
      grid.current?.show({ rowKey: id, ...(field === undefined ? {} : { columnId: field }) });
    },
  });

  return {
    view,
    change,
    showsBin,
    setShowsBin: (shows) => {
      setShowsBin(shows);
      setOpen(null);
    },
    rows,
    records,
    toggleGroup,
    focusedKey,
    focusRow,
    chosenKeys,
    chooseRows,
    open,
    openDrawer: (id, field) => {
      focusRow(id);
      setOpen({ id, ...(field === undefined ? {} : { field }) });
    },
    closeDrawer: () => {
      setOpen(null);
    },
    boardField: group ?? firstHeads(register),
    reveal,
    groupValues: valuesOfGroup(rows, focusedKey, group),
  };
}

/** Shows a view that is asked for elsewhere, once for each time it is asked for. */
function useAskedView(register: RegisterId, show: (view: RecordView) => void): void {
  const place = usePlace();
  const [followed, setFollowed] = useState<Place | null>(null);
  if (place.view?.register !== register || place === followed) return;
  setFollowed(place);
  show(place.view.view);
}

/** What a board is ordered by unless somebody chooses: a list of options, else anything with few values. */
function firstHeads(register: RegisterId): string | undefined {
  const fields = fieldsOf(definitionOf(register)).filter(([, field]) => canGroup(field));
  return (fields.find(([, field]) => field.kind === 'choice') ?? fields[0])?.[0];
}

/** A new record joins the head the focus stands under. */
function valuesOfGroup(
  rows: readonly RegisterRow[],
  focusedKey: string | null,
  field: string | null,
): Readonly<Record<string, StoredValue>> {
  const group = rows.find(({ key }) => key === focusedKey)?.group ?? rows[0]?.group ?? null;
  return field === null || group === null ? {} : { [field]: group.value };
}
