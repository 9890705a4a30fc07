// Which version of a piece of evidence a decider saw. It is never changed but by decisions.
import type { GrantEvidence } from '../store.ts';

export const evidenceVersion = ({ state, decision }: Pick<GrantEvidence, 'state' | 'decision'>): string =>
  `${state[0]}${decision ? decision.at.getTime().toString(36) : '0'}`;
