/** Baselines that nothing can be compared with: damaged, tampered with, or of a newer version. */
import { problem, type Finding } from '../base/problem';
import type { Baseline } from '../registers/all';
import type { Workbook } from '../workbook';
import { figuresHead, isSealed, type FiguresHead } from './figures';

type Read =
  { readonly kind: 'whole'; readonly head: FiguresHead } | { readonly kind: 'unreadable' | 'unsealed' };

const read = new WeakMap<Baseline, Read>();

/** What the figures of a baseline come to, checked once against what they are made of, without taking them apart. */
export function checkedHead(baseline: Baseline): Read {
  const known = read.get(baseline);
  if (known !== undefined) return known;
  const { figures } = baseline;
  const head = figuresHead(figures);
  const found: Read =
    head === undefined
      ? { kind: 'unreadable' }
      : isSealed(figures)
        ? { kind: 'whole', head }
        : { kind: 'unsealed' };
  read.set(baseline, found);
  return found;
}

/** In the order of the register. */
export function baselineFindings({ tables }: Workbook): readonly Finding[] {
  return tables.baselines.live.flatMap((baseline): Finding[] => {
    const { kind } = checkedHead(baseline);
    if (kind === 'whole') return [];
    const facts = { title: baseline.name };
    const found =
      kind === 'unsealed' ? problem('baseline/unsealed', facts) : problem('baseline/unreadable', facts);
    return [{ level: 'warning', problem: found, register: 'baselines', id: baseline.id, field: 'figures' }];
  });
}
