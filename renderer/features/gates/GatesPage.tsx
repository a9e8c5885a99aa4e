/** The gates in time order; of one of them its criteria, what was decided, and what has changed since. */
import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  gatesAnswer,
  gateStates,
  nextGate,
  type GateState,
} from '../../../shared/domain/approvals/gateStates';
import { addUsualGates } from '../../../shared/domain/approvals/usualGates';
import type { RegisterId } from '../../../shared/domain/registers/all';
import { useCommands } from '../../state/commands';
import { useMeantRecord } from '../../state/meantRecord';
import { useRecordEditing } from '../../state/recordEditing';
import { useRecordMore } from '../../state/recordMore';
import { usePlan } from '../../state/session';
import { useToday } from '../../state/today';
import { Button } from '../../ui/Button';
import { PageHead } from '../../ui/PageHead';
import { PrintButton } from '../../ui/PrintButton';
import { RecordDrawer } from '../../ui/RecordDrawer';
import { useMediaQuery } from '../../ui/useMediaQuery';
import { CriteriaTable } from './CriteriaTable';
import { GateAside } from './GateAside';
import { GatesEmpty } from './GatesEmpty';
import { GateTabs } from './GateTabs';
import './gates.css';

interface Details {
  readonly register: 'gates' | 'gateCriteria';
  readonly id: string;
  /** The field that takes the keyboard. */
  readonly field?: string;
}

export function GatesPage(): ReactNode {
  const plan = usePlan();
  const { workbook } = plan;
  const commands = useCommands();
  const today = useToday();
  const gates = gateStates(plan, today);
  const editing = useRecordEditing('gates');
  const criteria = useRecordEditing('gateCriteria');
  const [chosen, choose] = useState<string | null>(null);
  const [details, setDetails] = useState<Details | null>(null);
  const shown = shownGate(gates, chosen);
  const chooseTab = (gate: string): void => {
    choose(gate);
    setDetails(null);
  };
  // What is decided stays in sight, although another gate is the next one then.
  if (shown !== undefined && shown.gate.id !== chosen) choose(shown.gate.id);

  useMeantRecord({
    register: 'gates',
    workbook,
    prepare: ({ id, field }) => {
      choose(id);
      if (field !== undefined) setDetails({ register: 'gates', id, field });
    },
    show: () => undefined,
  });

  const addGate = (): void => {
    const id = editing.add();
    if (id === undefined) return;
    choose(id);
    setDetails({ register: 'gates', id, field: 'name' });
  };
  const addCriterion = (gate: string): void => {
    const id = criteria.add({ gate });
    if (id !== undefined) setDetails({ register: 'gateCriteria', id, field: 'text' });
  };

  return (
    <div className="gates">
      <PageHead title="Gates" answer={gatesAnswer(gates)}>
        {shown !== undefined && (
          <>
            <PrintButton />
            <Button
              icon={<Plus size={16} strokeWidth={1.5} aria-hidden />}
              label="Add a gate"
              onPress={addGate}
            >
              Gate
            </Button>
          </>
        )}
      </PageHead>
      {shown === undefined ? (
        <div className="scroll">
          <GatesEmpty
            onAddUsual={() => {
              commands.run(addUsualGates(commands.newId));
            }}
            onAdd={addGate}
          />
        </div>
      ) : (
        <>
          <GateTabs
            gates={gates}
            shown={shown.gate.id}
            near={plan.schedule.goLive ?? today}
            onChoose={chooseTab}
          />
          <div className="gates-main">
            <div className="gates-criteria scroll">
              <CriteriaTable
                key={shown.gate.id}
                workbook={workbook}
                state={shown}
                onResult={(id, result) => {
                  criteria.pick(id, 'state', result);
                  if (result === 'accepted') setDetails({ register: 'gateCriteria', id, field: 'reason' });
                }}
                onOpen={(id) => {
                  setDetails({ register: 'gateCriteria', id });
                }}
                onAdd={() => {
                  addCriterion(shown.gate.id);
                }}
              />
            </div>
            {details === null ? (
              <GateAside
                key={shown.gate.id}
                plan={plan}
                state={shown}
                onEdit={() => {
                  setDetails({ register: 'gates', id: shown.gate.id });
                }}
              />
            ) : (
              <GateDrawer
                key={details.id}
                details={details}
                onClose={() => {
                  setDetails(null);
                }}
              />
            )}
          </div>
        </>
      )}
    </div>
  );
}

/** The chosen one, else the next that waits for a decision, else the last. */
function shownGate(gates: readonly GateState[], chosen: string | null): GateState | undefined {
  return gates.find(({ gate }) => gate.id === chosen) ?? nextGate(gates) ?? gates.at(-1);
}

interface GateDrawerProps {
  readonly details: Details;
  readonly onClose: () => void;
}

function GateDrawer({ details, onClose }: GateDrawerProps): ReactNode {
  const plan = usePlan();
  const register: RegisterId = details.register;
  const editing = useRecordEditing(register);
  const more = useRecordMore({ workbook: plan.workbook, register, id: details.id });
  const isNarrow = useMediaQuery('(max-width: 1100px)');
  return (
    <RecordDrawer
      plan={plan}
      register={register}
      id={details.id}
      editing={editing}
      more={more}
      isOver={isNarrow}
      onClose={onClose}
      {...(details.field === undefined ? {} : { focusField: details.field })}
    />
  );
}
