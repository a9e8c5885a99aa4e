/** Fields that are filled in before anything is written: what is typed is read at once, what does not fit is said. */
import { useState, type ReactNode } from 'react';
import type { CalendarDate } from '../../shared/domain/base/dates';
import { readTypedText } from '../../shared/domain/commands/typedCells';
import type { FieldValues } from '../../shared/domain/edits/edit';
import { choicesFor } from '../../shared/domain/records/references';
import { emptyValue } from '../../shared/domain/register/field';
import { fieldOf } from '../../shared/domain/register/record';
import { definitionOf, type RegisterId } from '../../shared/domain/registers/all';
import type { Workbook } from '../../shared/domain/workbook';
import { editText } from './RecordForm';
import { RecordField } from './RecordField';

export interface DraftFieldsProps {
  readonly workbook: Workbook;
  readonly register: RegisterId;
  readonly fields: readonly string[];
  /** What they hold to begin with. */
  readonly values: FieldValues;
  /** A date typed without its year means the one nearest to this. */
  readonly near: CalendarDate;
  /** With all values, whenever one of them is entered. */
  readonly onEnter: (values: FieldValues) => void;
  /** Whether all that was typed fits, told with every entry. */
  readonly onFit?: (fits: boolean) => void;
}

export function DraftFields(props: DraftFieldsProps): ReactNode {
  const { workbook, register, fields, values, near, onEnter, onFit } = props;
  const [errors, setErrors] = useState<Readonly<Record<string, string | undefined>>>({});
  const enter = (name: string, entered: FieldValues, error?: string): void => {
    const all = { ...errors, [name]: error };
    setErrors(all);
    onFit?.(Object.values(all).every((each) => each === undefined));
    if (error === undefined) onEnter({ ...values, ...entered });
  };
  return fields.map((name) => {
    const field = fieldOf(definitionOf(register), name);
    if (field === undefined) return null;
    const value = values[name] ?? emptyValue(field);
    const error = errors[name];
    return (
      <RecordField
        key={name}
        name={name}
        field={field}
        value={value}
        text={editText(workbook, field, value)}
        choices={choicesFor(workbook, field, value)}
        onText={(text) => {
          const read = readTypedText(workbook, register, { field: name, text }, near);
          if (read.ok) enter(name, read.value);
          else enter(name, {}, read.error);
        }}
        onPick={(picked) => {
          enter(name, { [name]: picked });
        }}
        {...(error === undefined ? {} : { error })}
      />
    );
  });
}
