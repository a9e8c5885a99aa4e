import { ClipboardPaste, ListChecks, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { toggleGuide } from '../../state/guide';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { ScoreChip } from '../../ui/charts/ScoreChip';

export interface RisksEmptyProps {
  readonly onAddUsual: () => void;
  readonly onAdd: () => void;
  /** Gives the grid the keyboard, so that it hears a paste. */
  readonly onReadyToPaste: () => void;
}

const ICON = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** A register with no risk in it yet. */
export function RisksEmpty({ onAddUsual, onAdd, onReadyToPaste }: RisksEmptyProps): ReactNode {
  return (
    <EmptyState
      question="What could keep us from going live safely and on time?"
      purpose="Each risk gets a likelihood and an impact of 1 to 5, someone who watches it, a sign that it is coming, and a response. The score says which ones deserve the next meeting."
      reason="Three of fourteen small practices in one study (Miller and others, Health Affairs 2005) had serious trouble with billing after the switch. Naming that beforehand costs an hour."
      onLearn={toggleGuide}
      starts={[
        {
          id: 'usual',
          icon: <ListChecks {...ICON} />,
          title: 'Start with ten usual risks',
          text: 'What small practices meet most, with a first rating and a trigger each. Rate them again for yours.',
          action: (
            <Button variant="primary" onPress={onAddUsual}>
              Add ten risks
            </Button>
          ),
        },
        {
          id: 'one',
          icon: <Plus {...ICON} />,
          title: 'Write the first one yourself',
          text: 'Ask the front desk and the nurses what worries them.',
          action: <Button onPress={onAdd}>Add a risk</Button>,
        },
        {
          id: 'paste',
          icon: <ClipboardPaste {...ICON} />,
          title: 'Paste from Excel',
          text: 'Copy the columns code, risk, owner, probability and impact, select the grid here, and press Ctrl V.',
          action: <Button onPress={onReadyToPaste}>Select the grid</Button>,
        },
      ]}
      preview={<Preview />}
    />
  );
}

const SAMPLE: readonly (readonly [string, string, number, number])[] = [
  ['R01', 'Data from the old vendor comes late', 16, 8],
  ['R02', 'A must-have interface is not ready', 16, 9],
  ['R03', 'Claims are rejected after the switch', 15, 8],
  ['R04', 'The schedule is not cut for go-live', 12, 6],
  ['R05', 'Internet outage', 12, 6],
];

function Preview(): ReactNode {
  return (
    <table className="plain num">
      <tbody>
        {SAMPLE.map(([code, title, now, after]) => (
          <tr key={code}>
            <td>{code}</td>
            <td>{title}</td>
            <td>
              <ScoreChip score={now} /> › <ScoreChip score={after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
