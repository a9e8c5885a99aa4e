import { Bookmark, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { formatNumber } from '../../../shared/domain/format/amounts';
import type { RecordView } from '../../../shared/domain/records/recordRows';
import {
  isSameView,
  viewsOf,
  withoutSavedView,
  withSavedView,
  type SavedView,
} from '../../../shared/domain/records/savedViews';
import type { RegisterId } from '../../../shared/domain/registers/all';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { Panel } from '../../ui/Panel';
import { TextField } from '../../ui/TextField';

/** The views a person named, of all registers, and keeping another list of them. */
export interface SavedViews {
  readonly all: readonly SavedView[];
  readonly keep: (views: readonly SavedView[]) => void;
}

export interface ViewsPanelProps {
  readonly register: RegisterId;
  readonly view: RecordView;
  readonly onShow: (view: RecordView) => void;
  readonly saved: SavedViews;
}

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** The named views of a register: to show, to take away, and to add the one on the screen. */
export function ViewsPanel({ register, view, onShow, saved }: ViewsPanelProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const views = viewsOf(saved.all, register);
  const current = views.find((candidate) => isSameView(candidate.view, view));
  const save = (): void => {
    if (name.trim() === '') return;
    saved.keep(withSavedView(saved.all, { register, name, view }));
    setName('');
    setOpen(false);
  };
  return (
    <Panel
      label="Views"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button
          variant="quiet"
          icon={<Bookmark {...ICON} />}
          label={current === undefined ? 'Views' : `View: ${current.name}`}
        >
          <span className="clip views-name">{current?.name ?? 'Views'}</span>
        </Button>
      }
    >
      {views.length === 0 ? (
        <p className="t3 small">
          A view keeps filter, order, heads and columns under a name. It is yours, on this computer, for every
          plan.
        </p>
      ) : (
        <ul className="views-list" aria-label="Saved views">
          {views.map((candidate) => (
            <li key={candidate.name}>
              <button
                className="list-item"
                aria-current={candidate === current}
                onClick={() => {
                  onShow(candidate.view);
                  setOpen(false);
                }}
              >
                <span className="clip">{candidate.name}</span>
              </button>
              <IconButton
                label={`Forget the view ${candidate.name}`}
                onPress={() => {
                  saved.keep(withoutSavedView(saved.all, candidate));
                }}
              >
                <Trash2 size={14} strokeWidth={1.5} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <form
        className="panel-row"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label="Name for what is shown now"
          value={name}
          onChange={setName}
          maxLength={60}
          placeholder={`View ${formatNumber(views.length + 1)}`}
        />
        <Button type="submit" isDisabled={name.trim() === ''}>
          Save
        </Button>
      </form>
    </Panel>
  );
}
