import type { ReactNode } from 'react';
import { recordName } from '../../../shared/domain/records/recordName';
import { usesOf } from '../../../shared/domain/records/references';
import { definitionOf, type RegisterId } from '../../../shared/domain/registers/all';
import { fieldLabel } from '../../../shared/domain/review/valueText';
import type { Workbook } from '../../../shared/domain/workbook';
import { goTo, pageOf } from '../../state/navigation';

const MOST_LISTED = 12;

export interface RecordUsesProps {
  readonly workbook: Workbook;
  readonly register: RegisterId;
  readonly id: string;
}

/** Where a record is named, each with a way there; nothing for a record nobody names. */
export function RecordUses({ workbook, register, id }: RecordUsesProps): ReactNode {
  const uses = usesOf(workbook, register, id);
  if (uses.length === 0) return null;
  return (
    <section className="record-section" aria-label="Named by">
      <h3 className="record-heading">Named by</h3>
      <ul className="record-uses">
        {uses.slice(0, MOST_LISTED).map((use) => {
          const page = pageOf(use.register);
          const name = recordName(workbook, use.register, use.id);
          return (
            <li key={`${use.id}/${use.field}`}>
              <button
                className="link-button clip"
                title={name}
                onClick={() => {
                  if (page !== undefined) goTo({ page, record: use });
                }}
              >
                {name}
              </button>
              <span className="t3 small">
                {definitionOf(use.register).singular}, {fieldLabel(use.register, use.field).toLowerCase()}
              </span>
            </li>
          );
        })}
      </ul>
      {uses.length > MOST_LISTED && <p className="t3 small">and {uses.length - MOST_LISTED} more</p>}
    </section>
  );
}
