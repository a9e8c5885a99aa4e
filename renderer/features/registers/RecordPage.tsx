/** A register with exactly one record, as a form on a page of its own. */
import { useContext, type ReactNode } from 'react';
import { registerAnswer } from '../../../shared/domain/records/registerAnswer';
import type { RegisterId } from '../../../shared/domain/registers/all';
import { usePlace } from '../../state/navigation';
import { useRecordEditing } from '../../state/recordEditing';
import { useRecordMore, type RecordPlace } from '../../state/recordMore';
import { usePlan } from '../../state/session';
import { PageHead } from '../../ui/PageHead';
import { RecordForm } from '../../ui/RecordForm';
import { EditRefusal } from '../../ui/grid/EditRefusal';
import { RecordMore } from '../../ui/RecordMore';
import { RecordNews } from '../../ui/RecordNews';
import { tableOf } from '../../../shared/domain/workbook';

export interface RecordPageProps {
  readonly title: string;
  readonly register: RegisterId;
}

export function RecordPage({ title, register }: RecordPageProps): ReactNode {
  const plan = usePlan();
  const editing = useRecordEditing(register);
  const isRefused = useContext(EditRefusal) !== null;
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
              isReadOnly={isRefused}
              {...(field === undefined ? {} : { focusField: field })}
            />
            <Surroundings workbook={plan.workbook} register={register} id={record.id} />
          </>
        )}
      </div>
    </>
  );
}

/** Its comments, what it names and what names it, and its changes. */
function Surroundings(place: RecordPlace): ReactNode {
  const { comments, refersTo, namedBy, history } = useRecordMore(place);
  return (
    <div className="record-around">
      <RecordMore comments={comments} refersTo={refersTo} namedBy={namedBy} history={history} />
    </div>
  );
}
