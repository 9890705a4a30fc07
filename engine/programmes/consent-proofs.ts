// Whether a legal representative is known well enough to consent: each programme says for its own purposes, with dates.
import { localDate } from '../kernel/calendar.ts';
import type { Suffices } from '../people/guardian-consent.ts';
import type { EngineContext } from './programme.ts';

export const sufficesBy =
  ({ programmes, rules, clock }: EngineContext): Suffices =>
  (purpose, proof) => {
    const { personal } = programmes.find((each) => each.personal.purposes.includes(purpose)) ?? {};
    return personal?.consentProofs?.(rules, localDate(clock.now())).includes(proof) ?? true;
  };
