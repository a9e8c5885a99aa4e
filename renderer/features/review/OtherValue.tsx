/** Another value than those written apart: the fields of one question, to be typed or picked. */
import { useState, type ReactNode } from 'react';
import { readTypedText } from '../../../shared/domain/commands/typedCells';
import type { FieldValues } from '../../../shared/domain/edits/edit';
import { choicesFor } from '../../../shared/domain/records/references';
import { fieldOf } from '../../../shared/domain/register/record';
import { definitionOf } from '../../../shared/domain/registers/all';
import type { Decision } from '../../../shared/domain/review/decisions';
import type { Workbook } from '../../../shared/domain/workbook';
import { useToday } from '../../state/today';
import { editText } from '../../ui/RecordForm';
import { RecordField } from '../../ui/RecordField';

export interface OtherValueProps {
  readonly workbook: Workbook;
  readonly decision: Decision;
  /** What the fields hold to begin with. */
  readonly values: FieldValues;
  /** With all fields of the question, whenever one of them is entered. */
  readonly onEnter: (values: FieldValues) => void;
}

export function OtherValue({ workbook, decision, values, onEnter }: OtherValueProps): ReactNode {
  const today = useToday();
  const [errors, setErrors] = useState<Readonly<Record<string, string | undefined>>>({});
  const { register } = decision;
  const enter = (name: string, entered: FieldValues, error?: string): void => {
    setErrors((were) => ({ ...were, [name]: error }));
    if (error === undefined) onEnter({ ...values, ...entered });
  };
  return (
    <div className="rv-other">
      {decision.fields.map((name) => {
        const field = fieldOf(definitionOf(register), name);
        if (field === undefined) return null;
        const value = values[name] ?? null;
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
              const read = readTypedText(workbook, register, { field: name, text }, today);
              if (read.ok) enter(name, read.value);
              else enter(name, {}, read.error);
            }}
            onPick={(picked) => {
              enter(name, { [name]: picked });
            }}
            {...(error === undefined ? {} : { error })}
          />
        );
      })}
    </div>
  );
}
