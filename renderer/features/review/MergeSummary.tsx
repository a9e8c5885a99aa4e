/** What a merge did: to the plan as a whole, to every record that came, changed or went, and what is left to decide. */
import { useMemo, type ReactNode } from 'react';
import type { FieldChange } from '../../../shared/domain/edits/change';
import { capitalized, counted } from '../../../shared/domain/format/sentence';
import { changesBetween, changesText, type RegisterChanges } from '../../../shared/domain/review/changes';
import { decisionsOf } from '../../../shared/domain/review/decisions';
import type { Merge } from '../../../shared/domain/review/takeBackMerge';
import type { Workbook } from '../../../shared/domain/workbook';
import { StatusShape } from '../../ui/StatusShape';
import { MergeEffects } from './MergeEffects';
import './review.css';

/** Names listed of one register before the rest is only counted. */
const MOST_NAMES = 8;

export interface MergeSummaryProps {
  readonly merge: Merge & { readonly changes: readonly FieldChange[] };
  /** The copy that was merged in. */
  readonly fileName: string;
  /** Called when somebody follows a line to its record. */
  readonly onLeave: () => void;
}

export function MergeSummary({ merge, fileName, onLeave }: MergeSummaryProps): ReactNode {
  const count = useMemo(() => changesBetween(merge.before, merge.after).count, [merge]);
  return (
    <>
      <p className="t2">{broughtText(fileName, count, merge.changes.length)}</p>
      <MergeEffects merge={merge} onLeave={onLeave}>
        <ToDecide workbook={merge.after} />
      </MergeEffects>
      {count > 0 && (
        <div className="ms-changes" tabIndex={0} role="region" aria-label="What changed">
          <ChangedRecords merge={merge} />
        </div>
      )}
    </>
  );
}

/** @param changes with values that came in beside those shown, and choices between them */
function broughtText(fileName: string, records: number, changes: number): string {
  if (records > 0)
    return `${capitalized(counted(records, 'record'))} ${records === 1 ? 'is' : 'are'} different now. The file itself was not changed.`;
  return changes > 0
    ? `Every field shows what it did before; “${fileName}” brought news of what was written apart.`
    : `“${fileName}” held nothing that was not here already.`;
}

function ToDecide({ workbook }: { readonly workbook: Workbook }): ReactNode {
  const decisions = useMemo(() => decisionsOf(workbook), [workbook]);
  const toDecide = decisions.filter(({ weight }) => weight === 'decide').length;
  const kept = decisions.length - toDecide;
  return (
    <li>
      <StatusShape kind={toDecide === 0 ? 'done' : 'decide'} silent />
      <span>
        {toDecide === 0
          ? 'Nothing has to be decided'
          : `${capitalized(counted(toDecide, 'question needs', 'questions need'))} a person: all that was written is kept`}
        {kept > 0 && `; in ${counted(kept, 'field')} the newer value was kept`}
      </span>
    </li>
  );
}

/** Register by register, what came, changed and went. */
interface ChangedRecordsProps {
  readonly merge: Merge;
  /** What is said where nothing changed. */
  readonly none?: string;
}

export function ChangedRecords({ merge, none }: ChangedRecordsProps): ReactNode {
  const { registers } = useMemo(() => changesBetween(merge.before, merge.after), [merge]);
  if (registers.length === 0) return none !== undefined && <p className="t2">{none}</p>;
  return registers.map((changes) => <RegisterSection key={changes.register} changes={changes} />);
}

function RegisterSection({ changes }: { readonly changes: RegisterChanges }): ReactNode {
  const rows = [
    ...changes.added.map((change) => ({ ...change, verb: 'Added' })),
    ...changes.changed.map((change) => ({ ...change, verb: 'Changed' })),
    ...changes.archived.map((change) => ({ ...change, verb: 'Archived' })),
    ...changes.restored.map((change) => ({ ...change, verb: 'Restored' })),
  ];
  return (
    <section>
      <h3>
        {changes.title} <span className="t3">{changesText(changes)}</span>
      </h3>
      <ul>
        {rows.slice(0, MOST_NAMES).map(({ id, name, fields, verb }) => (
          <li key={id}>
            <span className="t3">{verb}</span> {name}
            {fields.length > 0 && <span className="t2">: {fields.join(', ').toLowerCase()}</span>}
          </li>
        ))}
        {rows.length > MOST_NAMES && <li className="t3">and {rows.length - MOST_NAMES} more</li>}
      </ul>
    </section>
  );
}
