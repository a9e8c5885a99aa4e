/** A register with exactly one record, as a form on a page of its own. */
import type { ReactNode } from 'react';
import { registerAnswer } from '../../../shared/domain/records/registerAnswer';
import type { RegisterId } from '../../../shared/domain/registers/all';
import { usePlace } from '../../state/navigation';
import { useRecordEditing } from '../../state/recordEditing';
import { usePlan } from '../../state/session';
import { PageHead } from '../../ui/PageHead';
import { RecordForm } from '../../ui/RecordForm';
import { RecordNews } from '../../ui/RecordNews';
import { tableOf } from '../../../shared/domain/workbook';

export interface RecordPageProps {
  readonly title: string;
  readonly register: RegisterId;
}

export function RecordPage({ title, register }: RecordPageProps): ReactNode {
  const plan = usePlan();
  const editing = useRecordEditing(register);
  const { record: meant } = usePlace();
  const [record] = tableOf(plan.workbook, register).live;
  const field = meant?.register === register ? meant.field : undefined;
  return (
    <>
      <PageHead title={title} answer={registerAnswer(plan.workbook, register)} />
      <div className="scroll record-page">
        {record !== undefined && (
          <>
            <RecordNews plan={plan} register={register} id={record.id} onChoose={editing.choose} />
            <RecordForm
              workbook={plan.workbook}
              register={register}
              id={record.id}
              editing={editing}
              headingLevel={2}
              {...(field === undefined ? {} : { focusField: field })}
            />
          </>
        )}
      </div>
    </>
  );
}
