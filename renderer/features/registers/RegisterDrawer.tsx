import type { ReactNode } from 'react';
import type { Plan } from '../../../shared/domain/plan';
import type { RegisterId } from '../../../shared/domain/registers/all';
import type { AnyRecord } from '../../../shared/domain/register/record';
import type { RecordEditing } from '../../state/recordEditing';
import { useRecordMore } from '../../state/recordMore';
import { RecordDrawer } from '../../ui/RecordDrawer';

export interface RegisterDrawerProps {
  readonly plan: Plan;
  readonly register: RegisterId;
  readonly record: AnyRecord;
  readonly editing: RecordEditing;
  /** The field that takes the keyboard. */
  readonly focusField: string | undefined;
  readonly isOver: boolean;
  readonly onClose: () => void;
}

/** The details of a record of any register; what is in the bin can be read, not written. */
export function RegisterDrawer({ record, focusField, ...drawer }: RegisterDrawerProps): ReactNode {
  const { plan, register } = drawer;
  const more = useRecordMore({ workbook: plan.workbook, register, id: record.id }, record.archived);
  return (
    <RecordDrawer
      {...drawer}
      id={record.id}
      isReadOnly={record.archived}
      more={more}
      {...(focusField === undefined ? {} : { focusField })}
    />
  );
}
