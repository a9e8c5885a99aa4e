/** Views of registers that a person named to come back to. They are kept with the person, never in a plan. */
import { sameValue } from '../register/canonical';
import { fieldOf } from '../register/record';
import { definitionOf, isRegisterId, type RegisterId } from '../registers/all';
import type { SortKey } from './ordering';
import type { RecordView } from './recordRows';

export interface SavedView {
  readonly register: RegisterId;
  /** One of its kind in the register. */
  readonly name: string;
  readonly view: RecordView;
}

const MOST_VIEWS = 200;
const LONGEST_NAME = 60;
const LONGEST_FILTER = 200;

/** Reads what a file or the window hands over: what is no view, or names no field any more, is left out. */
export function readSavedViews(raw: unknown): readonly SavedView[] {
  if (!Array.isArray(raw)) return [];
  return raw.slice(0, MOST_VIEWS).flatMap((entry: unknown) => readSavedView(entry) ?? []);
}

function readSavedView(raw: unknown): SavedView | undefined {
  const { register, name, view } = membersOf(raw);
  if (!isRegisterId(register) || typeof name !== 'string' || name.trim() === '') return undefined;
  return { register, name: name.trim().slice(0, LONGEST_NAME).trim(), view: readView(register, view) };
}

function readView(register: RegisterId, raw: unknown): RecordView {
  const { filter, sort, group, columns, widths, layout } = membersOf(raw);
  const definition = definitionOf(register);
  const isField = (name: unknown): name is string =>
    typeof name === 'string' && fieldOf(definition, name) !== undefined;
  return {
    filter: typeof filter === 'string' ? filter.slice(0, LONGEST_FILTER) : '',
    sort: readSort(sort, isField),
    group: isField(group) ? group : null,
    columns: Array.isArray(columns) ? [...new Set(columns.filter(isField))] : [definition.titleField],
    widths: readWidths(widths, isField),
    layout: layout === 'board' ? 'board' : 'table',
  };
}

type IsField = (name: unknown) => name is string;

const MOST_KEYS = 5;

/** A list of keys; views of earlier versions have one key, or none. */
function readSort(raw: unknown, isField: IsField): readonly SortKey[] {
  const keys: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  return keys.slice(0, MOST_KEYS).flatMap((key): SortKey[] => {
    const { field, descending } = membersOf(key);
    return isField(field) ? [{ field, descending: descending === true }] : [];
  });
}

const WIDEST_PX = 2000;

function readWidths(raw: unknown, isField: IsField): Readonly<Record<string, number>> {
  const widths = Object.entries(membersOf(raw)).flatMap(([name, width]): [string, number][] =>
    isField(name) && typeof width === 'number' && width > 0 && width <= WIDEST_PX ? [[name, width]] : [],
  );
  return Object.fromEntries(widths);
}

function membersOf(raw: unknown): Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null ? (raw as Readonly<Record<string, unknown>>) : {};
}

/** Keeps a view under a name; one of that name in the register gives way to it. */
export function withSavedView(views: readonly SavedView[], saved: SavedView): readonly SavedView[] {
  const name = saved.name.trim();
  return name === '' ? views : [...withoutSavedView(views, { ...saved, name }), { ...saved, name }];
}

export function withoutSavedView(
  views: readonly SavedView[],
  { register, name }: Pick<SavedView, 'register' | 'name'>,
): readonly SavedView[] {
  return views.filter((view) => view.register !== register || view.name.toLowerCase() !== name.toLowerCase());
}

/** The views of a register by name. */
export function viewsOf(views: readonly SavedView[], register: RegisterId): readonly SavedView[] {
  return views
    .filter((view) => view.register === register)
    .sort((a, b) => a.name.localeCompare(b.name, 'en-US', { numeric: true }));
}

export function isSameView(a: RecordView, b: RecordView): boolean {
  return sameValue(a, b);
}
