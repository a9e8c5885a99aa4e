import { CalendarPlus, Plus, Wallet } from 'lucide-react';
import type { ReactNode } from 'react';
import { toggleGuide } from '../../state/guide';
import { goTo } from '../../state/navigation';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';

/** A plan in which nothing is planned yet. */
export function EmptyOverview(): ReactNode {
  return (
    <EmptyState
      question="When do we go live, and what has to happen first?"
      purpose="Once the plan has tasks, this page answers with one sentence: the date, how much room there is, and what decides it. Below it stand the run-up, what needs you, and what it all costs."
      reason="Why begin here: a field guide for small practices (Lorenzi and others, BMC Medical Informatics and Decision Making 2009) asks for realistic goals that everyone in the practice has agreed to. Planned backward from the date, it shows what has to start now."
      onLearn={toggleGuide}
      starts={[
        {
          id: 'tasks',
          icon: <CalendarPlus size={18} strokeWidth={1.5} aria-hidden />,
          title: 'Begin with the tasks',
          text: 'Write them down, link them, and mark one as go-live',
          action: (
            <Button
              variant="primary"
              onPress={() => {
                goTo({ page: 'timeline' });
              }}
            >
              Open the timeline
            </Button>
          ),
        },
        {
          id: 'costs',
          icon: <Wallet size={18} strokeWidth={1.5} aria-hidden />,
          title: 'Or with what it costs',
          text: 'Quotes and estimates, with the months in which they fall due',
          action: (
            <Button
              onPress={() => {
                goTo({ page: 'costs' });
              }}
            >
              Open costs
            </Button>
          ),
        },
        {
          id: 'risks',
          icon: <Plus size={18} strokeWidth={1.5} aria-hidden />,
          title: 'Or with what worries you',
          text: 'Each risk with an owner and a sign to watch for',
          action: (
            <Button
              onPress={() => {
                goTo({ page: 'risks' });
              }}
            >
              Open risks
            </Button>
          ),
        },
      ]}
    />
  );
}
