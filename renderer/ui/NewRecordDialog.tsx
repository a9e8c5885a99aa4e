/** A new record of a register whose fields are written once: all of them are filled in, then written together. */
import { useState, type ReactNode } from 'react';
import type { CalendarDate } from '../../shared/domain/base/dates';
import type { FieldValues } from '../../shared/domain/edits/edit';
import { fieldsOf } from '../../shared/domain/register/record';
import { definitionOf, type RegisterId } from '../../shared/domain/registers/all';
import { registerView } from '../../shared/domain/registers/registerViews';
import type { Workbook } from '../../shared/domain/workbook';
import { Button } from './Button';
import { DialogBox } from './DialogBox';
import { DraftFields } from './DraftFields';

export interface NewRecordDialogProps {
  readonly title: string;
  readonly workbook: Workbook;
  readonly register: RegisterId;
  /** What is asked for; what the register asks for unless said. */
  readonly fields?: readonly string[];
  /** What they hold to begin with. */
  readonly values?: FieldValues;
  readonly today: CalendarDate;
  readonly action: string;
  /** Above the fields. */
  readonly children?: ReactNode;
  /** Writes the record. @returns why it was refused, if it was */
  readonly onAdd: (values: FieldValues) => string | undefined;
  readonly onClose: () => void;
}

export function NewRecordDialog(props: NewRecordDialogProps): ReactNode {
  const { title, workbook, register, today, action, onAdd, onClose } = props;
  const [values, setValues] = useState<FieldValues>(props.values ?? {});
  const [fits, setFits] = useState(true);
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  return (
    <DialogBox
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            onPress={() => {
              // What is written can not be put right later, so nothing else than what was typed may be.
              const reason = fits ? onAdd(values) : MISFIT;
              setRefusal(reason);
              if (reason === undefined) onClose();
            }}
          >
            {action}
          </Button>
        </>
      }
    >
      {props.children}
      <div className="record-form new-record scroll">
        <DraftFields
          workbook={workbook}
          register={register}
          fields={props.fields ?? fieldsAsked(register)}
          values={values}
          near={today}
          onEnter={setValues}
          onFit={setFits}
        />
      </div>
      <p className="small bad" role="alert">
        {refusal}
      </p>
      <p className="small t3">
        What is written here stays as it is. If it is wrong, move it to the bin and add another.
      </p>
    </DialogBox>
  );
}

const MISFIT = 'Nothing was added: what was typed above does not fit yet. Put it right, or empty it.';

function fieldsAsked(register: RegisterId): readonly string[] {
  return registerView(register)?.asked ?? fieldsOf(definitionOf(register)).map(([name]) => name);
}
