/** Numbers of a starter pack that grow with the answers. */

/**
 * (Σ `answers` − Σ `less`) × Π `by` × `times` ÷ `per` + `plus`, rounded if asked, then kept within min and max. The
 * names are those of questions that ask for a number, or of the figures below.
 */
export interface Amount {
  readonly answers: readonly string[];
  readonly less: readonly string[];
  readonly by: readonly string[];
  readonly times: number;
  readonly per: number;
  readonly plus: number;
  readonly round: 'up' | 'down' | 'nearest' | null;
  readonly min: number | null;
  readonly max: number | null;
}

/**
 * Figures that follow from answers: the number of groups that go live apart, the weeks of visits lost while learning,
 * and the part of the practice that a record made for each group stands for, from 0 to 1.
 */
export const WAVES = 'waves';
export const LOST_WEEKS = 'lostWeeks';
export const SHARE = 'share';

/** @param figure the number that a name stands for */
export function amountOf(amount: Amount, figure: (name: string) => number): number {
  const total = (names: readonly string[]): number =>
    names.map(figure).reduce((sum, value) => sum + value, 0);
  const factor = amount.by.map(figure).reduce((product, value) => product * value, amount.times);
  const exact = ((total(amount.answers) - total(amount.less)) * factor) / amount.per + amount.plus;
  // Six decimals are what a field keeps; cutting there first keeps 5.0000000001 from being rounded up to 6.
  const whole = rounded(Number(exact.toFixed(6)), amount.round);
  return Math.min(Math.max(whole, amount.min ?? -Infinity), amount.max ?? Infinity);
}

function rounded(value: number, round: Amount['round']): number {
  switch (round) {
    case 'up':
      return Math.ceil(value);
    case 'down':
      return Math.floor(value);
    case 'nearest':
      return Math.round(value);
    case null:
      return value;
  }
}
