// Who signs a version after whom: the grantee's president, then at the grantor's from the chief manager up to the chair.
import { type Signatory, signatories, type Version } from '../store.ts';

/** Whose signature is waited for; null once all are there. */
export const nextSignatory = ({ signatures }: Pick<Version, 'signatures'>): Signatory | null =>
  signatories.find((each) => !signatures.some(({ as }) => as === each)) ?? null;

/** What a signatory saw: another one after each signature, and after every other version. */
export const agreementVersion = ({ no, signatures, state }: Version): string =>
  `${no}${state[0]}${signatures.length}`;
