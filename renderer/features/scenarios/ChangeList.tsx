import { useState, type ReactNode } from 'react';
import { formatNumber } from '../../../shared/domain/format/amounts';
import { counted } from '../../../shared/domain/format/sentence';
import { definitionOf, type RegisterId } from '../../../shared/domain/registers/all';
import type { Choice } from '../../../shared/domain/scenario/choices';
import type { ScenarioChange } from '../../../shared/domain/scenario/compareScenario';
import { ShowMore } from '../../ui/ShowMore';
import { ChangeRow } from './ChangeRow';
import './changeList.css';

/** What is chosen for all changes of a register: they come, none does, or the what-if wins where both changed the same. */
export type ManyAtOnce = 'all' | 'none' | 'scenario';

export interface ChangeListProps {
  readonly changes: readonly ScenarioChange[];
  readonly planMoved: number;
  readonly choiceFor: (change: ScenarioChange) => Choice;
  readonly onChoose: (key: string, choice: Choice) => void;
  readonly onChooseAll: (register: RegisterId, which: ManyAtOnce) => void;
  /** Below the changes, in the same scrolling column. */
  readonly children: ReactNode;
}

interface WayToChoose {
  readonly id: ManyAtOnce;
  readonly label: string;
  readonly name: (title: string) => string;
  /** Offered where there is one of these. */
  readonly of: (change: ScenarioChange) => boolean;
}

const WAYS: readonly WayToChoose[] = [
  {
    id: 'scenario',
    label: 'What-if wins',
    name: (title) => `Where both changed the same of ${title}, the what-if wins`,
    of: ({ beside }) => beside === 'question',
  },
  { id: 'all', label: 'All', name: (title) => `All of ${title}`, of: () => true },
  { id: 'none', label: 'None', name: (title) => `None of ${title}`, of: () => true },
];

/** So many of a register stand on the page at first, and as many more each time. */
const AT_ONCE = 50;

/** Register by register: what stood in the base, what the plan says now, and what the what-if says. */
export function ChangeList(props: ChangeListProps): ReactNode {
  const { changes, planMoved, children } = props;
  const registers = [...new Set(changes.map(({ register }) => register))];
  return (
    <div className="sc-list scroll">
      <div className="sc-row sc-list-head" aria-hidden>
        <span>What changes</span>
        <span>Before</span>
        <span>Plan now</span>
        <span>What-if</span>
      </div>
      {registers.map((register) => (
        <RegisterChanges
          {...props}
          key={register}
          register={register}
          changes={changes.filter((change) => change.register === register)}
        />
      ))}
      {planMoved > 0 && <p className="sc-plan-moved t2">{movedText(planMoved)}</p>}
      {children}
    </div>
  );
}

interface RegisterChangesProps extends Omit<ChangeListProps, 'planMoved' | 'children'> {
  readonly register: RegisterId;
}

/** However long the registers before it are, the beginning of each is in reach. */
function RegisterChanges(props: RegisterChangesProps): ReactNode {
  const { register, changes, choiceFor, onChoose, onChooseAll } = props;
  const [most, setMost] = useState(AT_ONCE);
  const { title } = definitionOf(register);
  const headId = `scenario-${register}`;
  return (
    <>
      <div className="sc-group">
        <h2 id={headId}>
          {title} <span className="num">{formatNumber(changes.length)}</span>
        </h2>
        {changes.length > 1 &&
          WAYS.filter(({ of }) => changes.some(of)).map(({ id, label, name }) => (
            <button
              key={id}
              className="link-button small"
              aria-label={name(title)}
              onClick={() => {
                onChooseAll(register, id);
              }}
            >
              {label}
            </button>
          ))}
      </div>
      <ul aria-labelledby={headId}>
        {changes.slice(0, most).map((change) => (
          <ChangeRow key={change.key} change={change} choice={choiceFor(change)} onChoose={onChoose} />
        ))}
      </ul>
      <ShowMore
        left={Math.max(0, changes.length - most)}
        step={AT_ONCE}
        onMore={() => {
          setMost(most + AT_ONCE);
        }}
      />
    </>
  );
}

export function movedText(planMoved: number): string {
  return `The plan has moved on in ${counted(planMoved, 'record')} since this what-if was made. The figures of the what-if do not hold that; those of “The plan with what is ticked” do. Taking the what-if in leaves it as it is.`;
}
