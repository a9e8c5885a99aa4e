import { Link2, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { toggleGuide } from '../../state/guide';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';

export interface EmptyRoadmapProps {
  readonly onAdd: (lane: string) => void;
}

/** A roadmap with nothing on it yet. */
export function EmptyRoadmap({ onAdd }: EmptyRoadmapProps): ReactNode {
  return (
    <EmptyState
      question="What do we gain, and when, after the first day?"
      purpose="The roadmap shows on one page what comes when: the implementation itself, and what follows it, such as imaging, the portal or telehealth. Each item is for somebody, so that leadership, staff and patients can be shown what concerns them."
      reason="Why now: ONC’s “Health IT Playbook” (section 1, read in 2026) describes the record as a journey that goes on after implementation, with using it, optimizing it and one day replacing it. Whoever asks “when do we get the portal?” deserves a quarter, not a shrug."
      onLearn={toggleGuide}
      starts={[
        {
          id: 'core',
          icon: <Link2 size={18} strokeWidth={1.5} aria-hidden />,
          title: 'Start with the implementation',
          text: 'Link it to the tasks of the plan; its dates then follow them',
          action: (
            <Button
              variant="primary"
              onPress={() => {
                onAdd('Core record');
              }}
            >
              Add the core record
            </Button>
          ),
        },
        {
          id: 'next',
          icon: <Plus size={18} strokeWidth={1.5} aria-hidden />,
          title: 'Start with what people ask for',
          text: 'The portal, imaging, telehealth: a title and a quarter are enough',
          action: (
            <Button
              onPress={() => {
                onAdd('Patients');
              }}
            >
              Add an item
            </Button>
          ),
        },
      ]}
    />
  );
}
