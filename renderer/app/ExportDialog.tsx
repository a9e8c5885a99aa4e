/** Every form in which the plan can leave the app. */
import type { ReactNode } from 'react';
import { EXPORTS, type ExportKind } from '../../shared/ipc/exportKinds';
import { DialogBox } from '../ui/DialogBox';
import './export.css';

const GROUPS: readonly {
  readonly title: string;
  readonly text: string;
  readonly kinds: readonly ExportKind[];
}[] = [
  {
    title: 'Whole plan',
    text: 'To read in any browser and to print, for people without the app. Names and contacts are in it.',
    kinds: ['report'],
  },
  {
    title: 'Budget',
    text: 'Live formulas that finance can work in; the results are in it too.',
    kinds: ['budget', 'costs-csv'],
  },
  {
    title: 'Gantt',
    text: 'The whole timeline with the critical path, to print or to send.',
    kinds: ['gantt-pdf', 'gantt-png', 'gantt-svg'],
  },
  {
    title: 'Roadmap',
    text: 'One page for people who do not want details.',
    kinds: ['roadmap-pdf', 'roadmap-png', 'roadmap-svg'],
  },
  {
    title: 'For other programs',
    text: 'Calendars, MS Project, spreadsheets, scripts.',
    kinds: ['calendar', 'project', 'tasks-csv', 'risks-csv', 'json'],
  },
];

interface Props {
  readonly onClose: () => void;
  readonly onChoose: (kind: ExportKind) => void;
}

export function ExportDialog({ onClose, onChoose }: Props): ReactNode {
  return (
    <DialogBox
      title="Export"
      onClose={onClose}
      foot={
        <button className="btn quiet" onClick={onClose}>
          Close
        </button>
      }
    >
      {GROUPS.map(({ title, text, kinds }) => (
        <section key={title} className="export-group" aria-label={title}>
          <div>
            <h3 className="med">{title}</h3>
            <p className="t2 small">{text}</p>
          </div>
          <div className="export-kinds">
            {kinds.map((kind) => (
              <button
                key={kind}
                className="btn"
                onClick={() => {
                  onClose();
                  onChoose(kind);
                }}
              >
                {EXPORTS[kind].title}
              </button>
            ))}
          </div>
        </section>
      ))}
    </DialogBox>
  );
}
