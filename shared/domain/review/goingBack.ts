/**
 * Going back: the one command after which records say what they said before, told in figures before it is run. It is an
 * ordinary change, which other sites receive like any other and which undo takes back.
 */
import { problemText } from '../base/problemText';
import { fieldPlaceKey } from '../edits/baseValues';
import { isCut } from '../edits/change';
import { checkEdits } from '../edits/checkEdits';
import type { Command, Edit } from '../edits/edit';
import { fittingEdits } from '../edits/fittingEdits';
import { setApart } from '../edits/fixedFields';
import { acceptValue } from '../register/accept';
import { sameValue } from '../register/canonical';
import type { StoredValue } from '../register/field';
import { fieldOf } from '../register/record';
import { definitionOf } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';
import { binEdits } from './binEdits';
import type { Wanted, WantedRecord } from './wantedRecords';

export interface GoingBack {
  /** Undefined when nothing is left to do. */
  readonly command: Command | undefined;
  /** What it changes: values, in so many records altogether; records that go into the bin, and come out of it. */
  readonly fields: number;
  readonly records: number;
  /** Records that go back to the place they had among the others. */
  readonly placed: number;
  readonly intoBin: number;
  readonly outOfBin: number;
  /** Values of these that wait for a choice in Review: the choice is made with it. */
  readonly answered: number;
  readonly left: LeftBehind;
}

/** What stays as it is, by the reason. */
export interface LeftBehind {
  /** Values of which only the beginning was kept. */
  readonly cut: number;
  /** Values and records that a rule of the plan holds, with the first reason. */
  readonly refused: number;
  readonly reason?: string;
  /** Values of records that are in the bin before and after. */
  readonly inBin: number;
  /** Moved records of which the place before is not known. */
  readonly moved: number;
  readonly others: number;
  readonly unsure: number;
  readonly waiting: number;
}

/** Of more misfits than this, the plan is not what the history tells of. */
const MOST_MISFITS = 200;

export function goBack(now: Workbook, wanted: Wanted, label: string): GoingBack {
  const values = wanted.records.map((record) => valuesBack(now, record));
  const parents = new Map(
    values.flatMap(({ edit }) => {
      const parent = edit?.register === 'tasks' ? edit.values['parent'] : undefined;
      return edit === undefined || parent === undefined ? [] : [[edit.id, parent as string | null] as const];
    }),
  );
  const setting = values.flatMap(({ edit }) =>
    edit === undefined ? [] : setApart(edit.register, edit.id, edit.values),
  );
  const placing = wanted.records.flatMap((record) => placeBack(now, record, parents));
  const bin = binEdits(now, wanted.records, parents);
  const entries = [...setting, ...placing, ...bin].map((edit) => ({ edit }));
  const sum = (of: (each: ValuesBack) => number): number => values.reduce((all, each) => all + of(each), 0);
  const { moved, others, unsure, waiting } = wanted;
  const known = { moved, others, unsure, waiting };
  const left = { cut: sum(({ cut }) => cut), inBin: sum(({ inBin }) => inBin), ...known };
  const refused = sum((each) => each.refused);
  const fitting = fittingEdits(now, entries, MOST_MISFITS);
  if (!fitting.ok) {
    const reason = problemText(fitting.error);
    return { ...NOTHING, left: { ...left, refused: refused + entries.length, reason } };
  }
  const { entries: fits, left: misfits } = fitting.value;
  const edits = fits.map(({ edit }) => edit);
  const [first] = misfits;
  const turned = turnedBy(now, edits);
  const misplaced = countMisplaced(now, turned, wanted.records);
  const unfit = misfits.reduce((all, { entry }) => all + weightOf(entry.edit), 0);
  return {
    ...countsOf(edits, turned),
    answered: countAnswered(now, edits),
    command: edits.length === 0 ? undefined : { label, edits },
    left: {
      ...left,
      refused: refused + unfit + misplaced,
      ...(first === undefined ? {} : { reason: problemText(first.problem) }),
    },
  };
}

const NOTHING = {
  command: undefined,
  ...{ fields: 0, records: 0, placed: 0, intoBin: 0, outOfBin: 0, answered: 0 },
};

interface ValuesBack {
  readonly edit: Extract<Edit, { kind: 'set' }> | undefined;
  readonly cut: number;
  readonly refused: number;
  readonly inBin: number;
}

function valuesBack(now: Workbook, { register, id, values, archived }: WantedRecord): ValuesBack {
  const nothing = { edit: undefined, cut: 0, refused: 0, inBin: 0 };
  const record = tableOf(now, register).byId.get(id);
  if (record === undefined) return nothing;
  const differing = Object.entries(values).filter(([name, value]) => !sameValue(record[name] ?? null, value));
  // Writing what lies in the bin would raise the question whether it belongs there.
  if (record.archived && archived !== false) return { ...nothing, inBin: differing.length };
  const cut = differing.filter(([, value]) => isCut(value)).length;
  const back: Record<string, StoredValue> = {};
  for (const [name, value] of differing) {
    const field = fieldOf(definitionOf(register), name);
    const accepted = field === undefined || isCut(value) ? undefined : acceptValue(field, value);
    if (accepted?.ok === true) back[name] = accepted.value;
  }
  const count = Object.keys(back).length;
  return {
    ...{ cut, refused: differing.length - cut - count, inBin: 0 },
    edit: count === 0 ? undefined : { kind: 'set', register, id, values: back },
  };
}

/** Its place, which a task that is put under another summary would lose. */
function placeBack(
  now: Workbook,
  { register, id, archived, place }: WantedRecord,
  parents: ReadonlyMap<string, string | null>,
): readonly Edit[] {
  const record = tableOf(now, register).byId.get(id);
  if (record === undefined || (record.archived && archived !== false)) return [];
  if (place === undefined && !parents.has(id)) return [];
  return [{ kind: 'placeAt', register, id, key: place ?? null }];
}

function weightOf(edit: Edit): number {
  if (edit.kind === 'set') return Object.keys(edit.values).length;
  return isKeepingPlace(edit) ? 0 : 1;
}

function isKeepingPlace(edit: Edit): boolean {
  return edit.kind === 'placeAt' && edit.key === null;
}

function countAnswered({ conflicts }: Workbook, edits: readonly Edit[]): number {
  const written = edits.flatMap((edit) => {
    if (edit.kind !== 'set') return [];
    const { register, id, values } = edit;
    return Object.keys(values).map((field) => fieldPlaceKey({ register, id, field }));
  });
  const waiting = new Set(conflicts.map(fieldPlaceKey));
  return written.filter((key) => waiting.has(key)).length;
}

type BinEdit = Extract<Edit, { kind: 'archive' | 'restore' }>;

/** What goes into the bin and out of it in the end, with what goes with it. */
function turnedBy(now: Workbook, edits: readonly Edit[]): ReadonlyMap<string, BinEdit> {
  const checked = checkEdits(now, edits);
  const turned = new Map<string, BinEdit>();
  for (const edit of checked.ok ? checked.value : []) {
    if (edit.kind !== 'archive' && edit.kind !== 'restore') continue;
    const record = tableOf(now, edit.register).byId.get(edit.id);
    if (record?.archived === (edit.kind === 'archive')) turned.delete(edit.id);
    else turned.set(edit.id, edit);
  }
  return turned;
}

/** How many records the bin holds or lacks against what is wanted, because of a rule. */
function countMisplaced(
  now: Workbook,
  turned: ReadonlyMap<string, BinEdit>,
  wanted: readonly WantedRecord[],
): number {
  return wanted.filter(({ register, id, archived }) => {
    const record = tableOf(now, register).byId.get(id);
    const edit = turned.get(id);
    const ends = edit === undefined ? record?.archived : edit.kind === 'archive';
    return record !== undefined && archived !== undefined && ends !== archived;
  }).length;
}

function countsOf(
  edits: readonly Edit[],
  turned: ReadonlyMap<string, BinEdit>,
): Omit<GoingBack, 'command' | 'answered' | 'left'> {
  const setting = edits.filter(({ kind }) => kind === 'set');
  const placing = edits.filter((edit) => edit.kind === 'placeAt' && !isKeepingPlace(edit));
  const intoBin = [...turned.values()].filter(({ kind }) => kind === 'archive').length;
  return {
    fields: setting.reduce((all, edit) => all + weightOf(edit), 0),
    records: new Set([...[...setting, ...placing].map(({ id }) => id), ...turned.keys()]).size,
    placed: placing.length,
    intoBin,
    outOfBin: turned.size - intoBin,
  };
}
