import { FlaskConical, GitMerge, Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import { openGuide } from '../../state/guide';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';

export interface ScenariosEmptyProps {
  readonly onTry: () => void;
}

/** No what-if yet: what one is for, and how it goes. */
export function ScenariosEmpty({ onTry }: ScenariosEmptyProps): ReactNode {
  return (
    <EmptyState
      question="What if we did it differently?"
      purpose="A what-if is a copy of the whole plan, budget and risks to change as you like. The plan does not hear of it. You see both side by side, with what it does to the go-live, the cost and the risk, and take over what you want."
      reason="Going live all at once or in steps, training earlier or later, with or without an interface: these are decided once and paid for in years. A copy with figures is easier to argue about than an opinion."
      onLearn={() => {
        openGuide('what-ifs');
      }}
      starts={[
        {
          id: 'try',
          icon: <FlaskConical size={18} strokeWidth={1.5} aria-hidden />,
          title: 'Give it a name and change anything',
          text: '“Go live in waves”, “Training two weeks later”, “Without the lab interface”.',
          action: (
            <Button variant="primary" onPress={onTry}>
              Try a what-if…
            </Button>
          ),
        },
        {
          id: 'compare',
          icon: <Scale size={18} strokeWidth={1.5} aria-hidden />,
          title: 'Compare',
          text: 'Dates, costs by kind and year, exposure and problems, before and after; then every field that differs.',
          action: null,
        },
        {
          id: 'take',
          icon: <GitMerge size={18} strokeWidth={1.5} aria-hidden />,
          title: 'Take it into the plan, as a whole or in part',
          text: 'A backup is made first, it can be taken back, and what somebody changed in the plan meanwhile is a question, never lost.',
          action: null,
        },
      ]}
      preview={<Preview />}
    />
  );
}

const SAMPLE: readonly (readonly [string, string, string, string])[] = [
  ['Go-live', 'Tue, Jul 13', 'Tue, Jul 27', '10 working days later'],
  ['Total cost', '$387,855', '$391,350', '+$3,495'],
  ['Contingency', '$9,660', '$10,115', '+$455'],
  ['Risk exposure', '$38,200', '$29,700', '−$8,500'],
];

function Preview(): ReactNode {
  return (
    <table className="plain num">
      <thead>
        <tr>
          <th />
          <th className="n">Plan now</th>
          <th className="n">What-if</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {SAMPLE.map(([label, plan, scenario, difference]) => (
          <tr key={label}>
            <td>{label}</td>
            <td className="n">{plan}</td>
            <td className="n">{scenario}</td>
            <td className="n">{difference}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
