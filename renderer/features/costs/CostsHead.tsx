import { ChevronDown, FileSpreadsheet, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CostCategory } from '../../../shared/domain/commands/costsTable';
import { categoryLabel } from '../../../shared/domain/commands/costs';
import { chordFor } from '../../../shared/domain/keys/keyTable';
import type { Sentence } from '../../../shared/domain/format/sentence';
import { costs } from '../../../shared/domain/registers/costs';
import { Button } from '../../ui/Button';
import { GRID_KEYS } from '../../ui/grid/gridKeys';
import { IconButton } from '../../ui/IconButton';
import { afterMenu, Menu } from '../../ui/Menu';
import { PageHead } from '../../ui/PageHead';
import { Segmented } from '../../ui/Segmented';
import { Tooltip } from '../../ui/Tooltip';
import type { CostViewState } from './useCostView';

const CATEGORIES = Object.entries(costs.fields.category.options) as readonly (readonly [
  CostCategory,
  string,
])[];

export interface CostsHeadProps {
  readonly answer: Sentence;
  readonly view: CostViewState;
  readonly onAdd: (category: CostCategory) => void;
  readonly isEmpty: boolean;
  readonly onExport?: () => void;
}

/** Title, the answer, the two views, and what can be made here. */
export function CostsHead({ answer, view, isEmpty, onAdd, onExport }: CostsHeadProps): ReactNode {
  return (
    <PageHead title="Costs" answer={answer}>
      {!isEmpty && (
        <>
          <Segmented
            label="Show costs"
            value={view.shown}
            onChange={view.show}
            segments={[
              { id: 'category', label: 'By category' },
              { id: 'month', label: 'By month' },
            ]}
          />
          {onExport !== undefined && (
            <Button icon={<FileSpreadsheet size={16} strokeWidth={1.5} aria-hidden />} onPress={onExport}>
              Excel workbook
            </Button>
          )}
          <AddLine category={view.focusedCategory} onAdd={onAdd} />
        </>
      )}
    </PageHead>
  );
}

interface AddLineProps {
  readonly category: CostCategory;
  readonly onAdd: (category: CostCategory) => void;
}

/** Adds to the category the focus is in; the arrow beside it, to any other. */
function AddLine({ category, onAdd }: AddLineProps): ReactNode {
  return (
    <div className="add-line">
      <Tooltip text={`Into ${categoryLabel(category)}`} keys={chordFor(GRID_KEYS, 'addRow')}>
        <Button
          variant="primary"
          icon={<Plus size={16} strokeWidth={1.5} aria-hidden />}
          onPress={() => {
            onAdd(category);
          }}
        >
          Cost line
        </Button>
      </Tooltip>
      <Menu
        label="Add a cost line to"
        trigger={
          <IconButton label="Add to another category" variant="default">
            <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
          </IconButton>
        }
        groups={[CATEGORIES.map(([id, label]) => ({ id, label }))]}
        onAction={(id) => {
          const chosen = CATEGORIES.find(([known]) => known === id)?.[0];
          if (chosen !== undefined) afterMenu(() => onAdd(chosen));
        }}
      />
    </div>
  );
}
