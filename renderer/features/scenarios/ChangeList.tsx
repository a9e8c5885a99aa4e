import { Fragment, useState, type ReactNode } from 'react';
import { counted } from '../../../shared/domain/format/sentence';
import { definitionOf } from '../../../shared/domain/registers/all';
import type { Choice } from '../../../shared/domain/scenario/choices';
import type { ScenarioChange } from '../../../shared/domain/scenario/compareScenario';
import { ShowMore } from '../../ui/ShowMore';
import { ChangeRow } from './ChangeRow';
import './changeList.css';

export interface ChangeListProps {
  readonly changes: readonly ScenarioChange[];
  readonly planMoved: number;
  readonly choiceFor: (change: ScenarioChange) => Choice;
  readonly onChoose: (key: string, choice: Choice) => void;
  /** Below the changes, in the same scrolling column. */
  readonly children: ReactNode;
}

/** So many stand on the page at first, and as many more each time. */
const AT_ONCE = 100;

/** Register by register: what stood in the base, what the plan says now, and what the what-if says. */
export function ChangeList(props: ChangeListProps): ReactNode {
  const { changes, planMoved, choiceFor, onChoose, children } = props;
  const [most, setMost] = useState(AT_ONCE);
  const shown = changes.slice(0, most);
  const left = changes.length - shown.length;
  const registers = [...new Set(shown.map(({ register }) => register))];
  return (
    <div className="sc-list scroll">
      <div className="sc-row sc-list-head" aria-hidden>
        <span>What changes</span>
        <span>Before</span>
        <span>Plan now</span>
        <span>What-if</span>
      </div>
      {registers.map((register) => (
        <Fragment key={register}>
          <h2 id={`scenario-${register}`}>{definitionOf(register).title}</h2>
          <ul aria-labelledby={`scenario-${register}`}>
            {shown
              .filter((change) => change.register === register)
              .map((change) => (
                <ChangeRow key={change.key} change={change} choice={choiceFor(change)} onChoose={onChoose} />
              ))}
          </ul>
        </Fragment>
      ))}
      <ShowMore
        left={left}
        step={AT_ONCE}
        onMore={() => {
          setMost(most + AT_ONCE);
        }}
      />
      {planMoved > 0 && <p className="sc-moved t2">{movedText(planMoved)}</p>}
      {children}
    </div>
  );
}

export function movedText(planMoved: number): string {
  return `The plan has moved on in ${counted(planMoved, 'record')} since this what-if was made. The figures of the what-if do not hold that; those of “The plan with what is ticked” do. Taking the what-if in leaves it as it is.`;
}
