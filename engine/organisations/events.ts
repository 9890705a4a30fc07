// What organisations announce: each event with what it carries. What follows is told in manifest.ts.
import Type from 'typebox';
import { event } from '../store/event.ts';
import { nullable } from '../store/model.ts';

const OfOrganisation = Type.Object({ organisation: Type.String() });

export const registered = event(
  'organisations.registered',
  Type.Object({
    organisation: Type.String(),
    /** Who was its head when it was refused before, where somebody else applies now. */
    formerHead: Type.Optional(nullable(Type.String())),
  }),
);
export const documentsGiven = event(
  'organisations.documents-given',
  Type.Object({ organisation: Type.String(), count: Type.Integer({ minimum: 1 }) }),
);
export const headConfirmed = event('organisations.head-confirmed', OfOrganisation);
export const accredited = event('organisations.accredited', OfOrganisation);
export const refused = event('organisations.refused', OfOrganisation);
export const decisionUndone = event('organisations.decision-undone', OfOrganisation);
export const revoked = event('organisations.revoked', OfOrganisation);
