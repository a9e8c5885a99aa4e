/** Exact fractions for checking money: a second, independent way to compute, with nothing of the product in it. */
export interface Rational {
  readonly top: bigint;
  readonly bottom: bigint;
}

export function rational(value: number): Rational {
  // Six decimals are all that a field can hold.
  return { top: BigInt(Math.round(value * 1_000_000)), bottom: 1_000_000n };
}

export function plus(a: Rational, b: Rational): Rational {
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };
}

export function product(...factors: readonly Rational[]): Rational {
  return factors.reduce((a, b) => ({ top: a.top * b.top, bottom: a.bottom * b.bottom }), {
    top: 1n,
    bottom: 1n,
  });
}

export function sum(parts: readonly Rational[]): Rational {
  return parts.reduce((a, b) => lowest(plus(a, b)), { top: 0n, bottom: 1n });
}

/** Lowest terms, so that equal values are equal objects. */
export function lowest({ top, bottom }: Rational): Rational {
  let [a, b] = [top < 0n ? -top : top, bottom];
  while (b !== 0n) [a, b] = [b, a % b];
  return { top: top / a, bottom: bottom / a };
}

/** The fraction that a decimal of the product stands for. */
export function fractionOf(decimal: { readonly digits: bigint; readonly scale: number }): Rational {
  return lowest({ top: decimal.digits, bottom: 10n ** BigInt(decimal.scale) });
}
