/** The columns of any register's table: how each kind of field is shown and edited. */
import { fieldText } from '../../../shared/domain/records/fieldText';
import { namedRecords } from '../../../shared/domain/records/references';
import type { Field } from '../../../shared/domain/register/field';
import { fieldOf, fieldsOf } from '../../../shared/domain/register/record';
import { definitionOf, type RegisterId } from '../../../shared/domain/registers/all';
import { registerView } from '../../../shared/domain/registers/registerViews';
import { tableOf, type Workbook } from '../../../shared/domain/workbook';
import { EDGE_PX, withEdge } from '../../ui/grid/columnView';
import type { ColumnKind, GridColumn } from '../../ui/grid/gridTypes';

interface KindShown {
  /** CSS px. */
  readonly width: number;
  readonly kind: ColumnKind;
  readonly flex?: number;
  readonly align?: 'end' | 'center';
}

const KINDS: Readonly<Record<Field['kind'], KindShown>> = {
  text: { width: 120, flex: 1, kind: 'text' },
  longText: { width: 180, flex: 1, kind: 'longText' },
  integer: { width: 88, kind: 'number', align: 'end' },
  decimal: { width: 88, kind: 'number', align: 'end' },
  percent: { width: 88, kind: 'number', align: 'end' },
  money: { width: 112, kind: 'number', align: 'end' },
  days: { width: 80, kind: 'number', align: 'end' },
  date: { width: 112, kind: 'date' },
  boolean: { width: 72, kind: 'boolean', align: 'center' },
  choice: { width: 136, kind: 'choice' },
  ref: { width: 148, kind: 'choice' },
  anyRef: { width: 200, flex: 1, kind: 'choice' },
  refs: { width: 180, flex: 1, kind: 'text' },
  dates: { width: 220, flex: 1, kind: 'text' },
  weekdays: { width: 168, kind: 'text' },
  scores: { width: 180, flex: 1, kind: 'text' },
  figures: { width: 320, kind: 'text' },
};

const TITLE_WIDTH = 220;
/** Widest letter of a column head on average, and the padding beside it. CSS px. */
const LETTER_PX = 7;
const HEAD_PADDING_PX = 26;
/** Widest tabular figure: amounts are never cut. CSS px. */
const DIGIT_PX = 8;
/** Texts of no more letters stand in narrow columns. */
const SHORT_TEXT = 20;
const SHORT_TEXT_WIDTH = 88;

export interface ColumnsInput {
  readonly workbook: Workbook;
  readonly register: RegisterId;
  /** Fields shown besides the name, in this order. */
  readonly fields: readonly string[];
  /** Records stand under heads, which the name column carries. */
  readonly isGrouped: boolean;
}

/** The name of the record first and always in sight, then the chosen fields. */
export function registerColumns({
  workbook,
  register,
  fields,
  isGrouped,
}: ColumnsInput): readonly GridColumn[] {
  const definition = definitionOf(register);
  const { titleField } = definition;
  const names = [titleField, ...fields.filter((name) => name !== titleField)];
  const shown = names.flatMap((name): GridColumn[] => {
    const field = fieldOf(definition, name);
    if (field === undefined) return [];
    const column = columnFor({ workbook, register, name, field });
    if (name === titleField)
      return [
        { ...column, width: TITLE_WIDTH + EDGE_PX, flex: 2, sticky: true, rowHeader: true, tree: isGrouped },
      ];
    return [column];
  });
  return shown.length > 1 ? withEdge(shown) : shown;
}

interface ShownField {
  readonly workbook: Workbook;
  readonly register: RegisterId;
  readonly name: string;
  readonly field: Field;
}

function columnFor({ workbook, register, name: id, field }: ShownField): GridColumn {
  const { label } = field;
  const { width, ...shown } = KINDS[field.kind];
  const leastForHead = Math.round(label.length * LETTER_PX + HEAD_PADDING_PX);
  const column: GridColumn = { id, label, width: Math.max(width, leastForHead), ...shown };
  switch (field.kind) {
    case 'choice':
      return {
        ...column,
        options: Object.entries(field.options).map(([option, text]) => ({ id: option, label: text })),
      };
    case 'ref':
    case 'anyRef':
      return { ...column, options: namedRecords(workbook, field) };
    case 'money': {
      const longest = longestAmount({ workbook, register, name: id, field });
      return { ...column, width: Math.max(column.width, longest * DIGIT_PX + HEAD_PADDING_PX) };
    }
    case 'text':
      return field.maxLength > SHORT_TEXT
        ? column
        : { ...column, width: Math.max(SHORT_TEXT_WIDTH, leastForHead), flex: 0 };
    default:
      return column;
  }
}

/** Letters of the longest amount: that of the smallest or the largest, so that not all of them are put into words. */
function longestAmount({ workbook, register, name, field }: ShownField): number {
  let [least, most] = [0, 0];
  for (const { [name]: amount } of tableOf(workbook, register).live) {
    if (typeof amount !== 'number') continue;
    least = Math.min(least, amount);
    most = Math.max(most, amount);
  }
  return Math.max(...[least, most].map((amount) => fieldText(workbook, field, amount, 'column').length));
}

/** The columns a register starts with: those it names, else all but its long texts. */
export function firstColumns(register: RegisterId): readonly string[] {
  const named = registerView(register)?.columns;
  return (
    named ??
    fieldsOf(definitionOf(register)).flatMap(([name, field]) => (field.kind === 'longText' ? [] : [name]))
  );
}
