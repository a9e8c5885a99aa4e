/** Another value than those written apart: the fields of one question, to be typed or picked. */
import type { ReactNode } from 'react';
import type { FieldValues } from '../../../shared/domain/edits/edit';
import type { Decision } from '../../../shared/domain/review/decisions';
import type { Workbook } from '../../../shared/domain/workbook';
import { useToday } from '../../state/today';
import { DraftFields } from '../../ui/DraftFields';

export interface OtherValueProps {
  readonly workbook: Workbook;
  readonly decision: Decision;
  /** What the fields hold to begin with. */
  readonly values: FieldValues;
  /** With all fields of the question, whenever one of them is entered. */
  readonly onEnter: (values: FieldValues) => void;
}

export function OtherValue({ workbook, decision, values, onEnter }: OtherValueProps): ReactNode {
  const { register, fields } = decision;
  return (
    <div className="rv-other">
      <DraftFields {...{ workbook, register, fields, values, onEnter }} near={useToday()} />
    </div>
  );
}
