// Money is whole tenge. No fraction is ever paid, so an integer is exact; formatting is the edge's job.

declare const tengeBrand: unique symbol;
export type Tenge = number & { readonly [tengeBrand]: true };

/** @throws RangeError unless `amount` is a whole, non-negative, safe number of tenge */
export function tenge(amount: number): Tenge {
  if (!Number.isSafeInteger(amount) || amount < 0)
    throw new RangeError(`not a sum of whole tenge: ${amount}`);
  return amount as Tenge;
}

export const sum = (amounts: readonly Tenge[]): Tenge =>
  tenge(amounts.reduce<number>((total, each) => total + each, 0));
