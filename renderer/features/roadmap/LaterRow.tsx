/** What has no quarter yet. */
import { Plus } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import type { LaterItem } from '../../../shared/domain/roadmap/roadmapScene';
import { Button } from '../../ui/Button';
import { laterKeyOf } from './roadmapKeys';
import { LATER_TYPE } from './RoadmapLane';

export interface LaterRowProps {
  readonly items: readonly LaterItem[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  readonly onAdd: () => string | undefined;
  /** Gives it the next quarter. */
  readonly onPlace: (id: string) => void;
}

const HORIZON_WORDS: Readonly<Record<LaterItem['horizon'], string>> = { now: 'now', next: 'next', later: '' };

export function LaterRow({ items, openId, onOpen, onAdd, onPlace }: LaterRowProps): ReactNode {
  const hintId = useId();
  return (
    <>
      <p id={hintId} hidden>
        Alt with up puts it into the next quarter.
      </p>
      <div className="rm-lane-head is-last">
        <h2 id="roadmap-later">Later</h2>
        <p className="t3 small">no quarter yet</p>
      </div>
      <ul className="rm-later" aria-labelledby="roadmap-later">
        {items.map(({ id, title, horizon }) => (
          <li
            key={id}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.setData(LATER_TYPE, id);
              event.dataTransfer.effectAllowed = 'move';
            }}
          >
            <button
              type="button"
              className="rm-chip"
              id={`roadmap-${id}`}
              aria-expanded={id === openId}
              title={title}
              aria-describedby={hintId}
              onClick={() => {
                onOpen(id);
              }}
              onKeyDown={(event) => {
                if (laterKeyOf(event) !== 'place') return;
                event.preventDefault();
                onPlace(id);
              }}
            >
              <span className="clip">{title}</span>
              {HORIZON_WORDS[horizon] !== '' && <span className="t3">{HORIZON_WORDS[horizon]}</span>}
            </button>
          </li>
        ))}
        <li>
          <Button
            variant="quiet"
            icon={<Plus size={16} strokeWidth={1.5} aria-hidden />}
            onPress={() => {
              const id = onAdd();
              if (id !== undefined) onOpen(id);
            }}
          >
            Idea
          </Button>
        </li>
      </ul>
    </>
  );
}
