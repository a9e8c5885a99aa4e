import { Plus } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import type { GateState } from '../../../shared/domain/approvals/gateStates';
import { recordTitle } from '../../../shared/domain/records/recordName';
import { registers, type GateCriterion } from '../../../shared/domain/registers/all';
import type { Workbook } from '../../../shared/domain/workbook';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Select';
import { StatusShape } from '../../ui/StatusShape';
import type { StatusKind } from '../../ui/tone';

export interface CriteriaTableProps {
  readonly workbook: Workbook;
  readonly state: GateState;
  readonly onResult: (id: string, result: GateCriterion['state']) => void;
  readonly onOpen: (id: string) => void;
  readonly onAdd: () => void;
}

const SHAPES: Readonly<Record<GateCriterion['state'], StatusKind>> = {
  open: 'todo',
  met: 'done',
  notMet: 'late',
  accepted: 'close',
};

const RESULTS = Object.entries(registers.gateCriteria.fields.state.options).map(([id, label]) => ({
  id,
  label,
}));

function isResult(id: string): id is GateCriterion['state'] {
  return Object.hasOwn(SHAPES, id);
}

/** What must and what should be true at a gate, with its result to be set in place. */
export function CriteriaTable({ workbook, state, onResult, onOpen, onAdd }: CriteriaTableProps): ReactNode {
  const { gate, criteria } = state;
  const groups = (['must', 'should'] as const).map((weight) => ({
    title: registers.gateCriteria.fields.severity.options[weight],
    members: criteria.filter(({ severity }) => severity === weight),
  }));
  return (
    <>
      {criteria.length === 0 ? (
        <p className="gates-none t2">
          Nothing is asked for at “{gate.name}” yet. Write what must be true then, and what would show it.
        </p>
      ) : (
        <table className="gate-criteria" aria-label={`Criteria of ${gate.name}`}>
          <thead>
            <tr>
              <th scope="col">Result</th>
              <th scope="col">Criterion</th>
              <th scope="col">Evidence</th>
              <th scope="col">Owner</th>
            </tr>
          </thead>
          <tbody>
            {groups.map(
              ({ title, members }) =>
                members.length > 0 && (
                  <Fragment key={title}>
                    <tr className="gate-weight">
                      <th colSpan={4} scope="rowgroup">
                        {title}
                      </th>
                    </tr>
                    {members.map((criterion) => (
                      <tr key={criterion.id}>
                        <td>
                          <span className="gate-result">
                            <StatusShape kind={SHAPES[criterion.state]} silent />
                            <Select
                              label={`Result of: ${criterion.text}`}
                              hidesLabel
                              choices={RESULTS}
                              value={criterion.state}
                              onChange={(id) => {
                                if (isResult(id)) onResult(criterion.id, id);
                              }}
                            />
                          </span>
                        </td>
                        <td>
                          <button
                            type="button"
                            className="link-button"
                            onClick={() => {
                              onOpen(criterion.id);
                            }}
                          >
                            {criterion.text}
                          </button>
                          {criterion.state === 'accepted' && (
                            <span className="t2 small gate-reason">
                              {criterion.reason === ''
                                ? 'Accepted without a reason'
                                : `Accepted because: ${criterion.reason}`}
                            </span>
                          )}
                        </td>
                        <td className="t2">{criterion.evidence}</td>
                        <td className="t2">
                          {criterion.owner === null ? '' : recordTitle(workbook, 'people', criterion.owner)}
                        </td>
                      </tr>
                    ))}
                  </Fragment>
                ),
            )}
          </tbody>
        </table>
      )}
      <p className="gates-add">
        <Button variant="quiet" icon={<Plus size={16} strokeWidth={1.5} aria-hidden />} onPress={onAdd}>
          Add a criterion
        </Button>
      </p>
    </>
  );
}
