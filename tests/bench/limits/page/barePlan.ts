/** A plan as plain rows with dates already known: what a chart would draw if nothing had to be worked out. */
export interface BareTask {
  name: string;
  readonly isSummary: boolean;
  /** Days since the first. */
  readonly start: number;
  duration: number;
  readonly done: number;
}

export interface BareLink {
  readonly from: number;
  readonly to: number;
  readonly type: 'FS' | 'SS' | 'FF';
}

export interface BarePlan {
  readonly tasks: readonly BareTask[];
  readonly links: readonly BareLink[];
}

const PER_PHASE = 25;
const DAYS_OF_PHASES = 600;

export function barePlan(count: number): BarePlan {
  let seed = 42;
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const tasks: BareTask[] = [];
  const links: BareLink[] = [];
  let cursor = 0;
  for (let task = 0; task < count; task++) {
    const place = task % PER_PHASE;
    if (place === 0) cursor = Math.floor((task / count) * DAYS_OF_PHASES);
    const duration = place === 0 ? 100 : task % 12 === 11 ? 0 : 1 + Math.floor(random() * 12);
    tasks.push({
      name:
        place === 0 ? `Phase ${String(task / PER_PHASE + 1)}` : `Task ${String(task)}: configure order set`,
      ...{ isSummary: place === 0, start: cursor, duration, done: random() },
    });
    if (place > 0) cursor += Math.max(1, duration - 2);
    if (place < 2) continue;
    links.push({ from: task - 1, to: task, type: random() < 0.85 ? 'FS' : random() < 0.5 ? 'SS' : 'FF' });
    if (place > 5 && random() < 0.25) links.push({ from: task - 3, to: task, type: 'FS' });
    if (task > PER_PHASE && random() < 0.04)
      links.push({ from: Math.floor(random() * task), to: task, type: 'FS' });
  }
  return { tasks, links };
}
