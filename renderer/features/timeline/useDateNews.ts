import { useCallback, useEffect, useRef } from 'react';
import { dateNews } from '../../../shared/domain/timeline/dateNews';
import type { Plan } from '../../../shared/domain/plan';
import { announce } from '../../ui/announce';

export interface DateNews {
  /** Names the task that is about to be edited; null for several. */
  readonly about: (task: string | null) => void;
  /** Names a task whose new dates have been told already. */
  readonly told: (task: string) => void;
}

/** Says aloud what an edit, an undo or a merge did to the dates. `otherwise` is the task meant where none was named. */
export function useDateNews({ workbook, schedule }: Plan, otherwise: string | null): DateNews {
  const before = useRef(schedule);
  const subject = useRef<string | null>(null);
  const spoken = useRef<string | null>(null);
  useEffect(() => {
    const was = before.current;
    before.current = schedule;
    if (was === schedule) return;
    const named = { focus: subject.current ?? otherwise, spoken: spoken.current };
    subject.current = null;
    spoken.current = null;
    const news = dateNews({ workbook, before: was, after: schedule, ...named });
    if (news !== '') announce(news);
  }, [workbook, schedule, otherwise]);
  const about = useCallback((task: string | null) => {
    subject.current = task;
  }, []);
  const told = useCallback((task: string) => {
    spoken.current = task;
  }, []);
  return { about, told };
}
