// What the attacks of all kinds know of the system that they are at.
import type fc from 'fast-check';
import type { Heard, Wish } from '../wish.ts';

export interface Field {
  /** Sends a request that is not part of the attack: to learn something. */
  look(wish: Wish): Promise<Heard>;
  /** A number that has not been given before. */
  next(): number;
}

/** A request to be; what it needs to learn first it asks the field. */
export type Attack = (field: Field) => Promise<Wish>;

export type Attacks = fc.Arbitrary<Attack>;

/** As a proxy tells it, for a deployment that stands behind one: everyone is counted by themselves. */
export const callerOf = (field: Field): Record<string, string> => {
  const number = field.next();
  return { 'x-forwarded-for': `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}` };
};
