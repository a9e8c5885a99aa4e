import { ClipboardPaste, ListChecks, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { toggleGuide } from '../../state/guide';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';

export interface CostsEmptyProps {
  readonly onAddUsual: () => void;
  readonly onAdd: () => void;
  /** Gives the grid the keyboard, so that it hears a paste. */
  readonly onReadyToPaste: () => void;
}

/** A budget with no line in it yet. */
export function CostsEmpty({ onAddUsual, onAdd, onReadyToPaste }: CostsEmptyProps): ReactNode {
  return (
    <EmptyState
      question="What will the new record cost us, all in?"
      purpose="This list holds every expected cost: what drives it, when it is billed and how sure the figure is. Quantities such as devices and providers come from the practice profile, so the budget follows when the practice changes."
      reason="Purchase prices are only part of it. In 26 primary care practices, planning and people were 38 percent of the cost of the first year (AHRQ’s summary of Fleming and others, Health Affairs 2011), and visits are lost while everyone learns."
      onLearn={toggleGuide}
      starts={[
        {
          id: 'usual',
          icon: <ListChecks size={18} strokeWidth={1.5} aria-hidden />,
          title: 'Start with the usual lines',
          text: 'Twenty lines a small practice needs, without prices: a list against forgetting. Remove what does not apply.',
          action: (
            <Button variant="primary" onPress={onAddUsual}>
              Add the usual lines
            </Button>
          ),
        },
        {
          id: 'one',
          icon: <Plus size={18} strokeWidth={1.5} aria-hidden />,
          title: 'Write the first line yourself',
          text: 'A name, a quantity and a unit cost are enough.',
          action: <Button onPress={onAdd}>Add a line</Button>,
        },
        {
          id: 'paste',
          icon: <ClipboardPaste size={18} strokeWidth={1.5} aria-hidden />,
          title: 'Paste from Excel',
          text: 'Copy the columns name, driver, quantity and unit cost, select the grid here, and press Ctrl V.',
          action: <Button onPress={onReadyToPaste}>Select the grid</Button>,
        },
      ]}
      preview={<Preview />}
    />
  );
}

const SAMPLE: readonly (readonly [string, string, string])[] = [
  ['Subscription and licenses', '5', '450.00'],
  ['Exam-room computers', '14', '1,100.00'],
  ['Interface set-up', '2', '4,000.00'],
  ['Data extract from the old vendor', '1', '2,500.00'],
  ['Vendor training sessions', '1', '4,000.00'],
  ['Visits lost while people learn', '1.95', '37,800.00'],
];

function Preview(): ReactNode {
  return (
    <table className="plain num">
      <tbody>
        {SAMPLE.map(([name, quantity, unitCost]) => (
          <tr key={name}>
            <td>{name}</td>
            <td className="n">{quantity}</td>
            <td className="n">{unitCost}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
