import { ClipboardPaste, ListChecks, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { canBeTyped } from '../../../shared/domain/register/record';
import { definitionOf, type RegisterId } from '../../../shared/domain/registers/all';
import { registerView } from '../../../shared/domain/registers/registerViews';
import { toggleGuide } from '../../state/guide';
import type { RecordEditing } from '../../state/recordEditing';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { firstColumns } from './registerColumns';

export interface RegisterEmptyProps {
  readonly register: RegisterId;
  readonly editing: RecordEditing;
  readonly onAdd: () => void;
  /** Gives the grid the keyboard, so that it hears a paste. */
  readonly onReadyToPaste: () => void;
}

const ICON = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const;
const COLUMNS_NAMED = 4;

/** A register with no record in it yet: what it is for, and the ways to begin. */
export function RegisterEmpty({ register, editing, onAdd, onReadyToPaste }: RegisterEmptyProps): ReactNode {
  const definition = definitionOf(register);
  const singular = definition.singular.toLowerCase();
  const { question, reason, starter, needs, sample } = registerView(register) ?? {};
  const columns = firstColumns(register)
    .slice(0, COLUMNS_NAMED)
    .map((name) => (definition.fields[name]?.label ?? name).toLowerCase());
  const byHand = [
    {
      id: 'one',
      icon: <Plus {...ICON} />,
      title: `Write the first ${singular} yourself`,
      text: needs ?? 'A name is enough to begin.',
      action: (
        <Button variant={starter === undefined ? 'primary' : 'default'} onPress={onAdd}>
          Add {article(singular)} {singular}
        </Button>
      ),
    },
    {
      id: 'paste',
      icon: <ClipboardPaste {...ICON} />,
      title: 'Paste from Excel',
      text: `Copy the columns ${columns.join(', ')}, select the table here, and press Ctrl V.`,
      action: <Button onPress={onReadyToPaste}>Select the table</Button>,
    },
  ];
  return (
    <EmptyState
      question={question ?? definition.title}
      purpose={definition.purpose}
      {...(reason === undefined ? {} : { reason })}
      onLearn={toggleGuide}
      starts={[
        ...(starter === undefined
          ? []
          : [
              {
                id: 'usual',
                icon: <ListChecks {...ICON} />,
                title: starter.label,
                text: starter.text,
                action: (
                  <Button
                    variant="primary"
                    onPress={() => {
                      editing.addAll(starter.label, starter.records);
                    }}
                  >
                    {starter.label}
                  </Button>
                ),
              },
            ]),
        ...(canBeTyped(definition) ? byHand : []),
      ]}
      {...(sample === undefined ? {} : { preview: <Preview rows={sample} /> })}
    />
  );
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? 'an' : 'a';
}

function Preview({ rows }: { readonly rows: readonly (readonly string[])[] }): ReactNode {
  return (
    <table className="plain">
      <tbody>
        {rows.map((cells) => (
          <tr key={cells.join()}>
            {cells.map((text, index) => (
              <td key={index}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
