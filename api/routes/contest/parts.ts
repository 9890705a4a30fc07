// Pieces that the schemas of the contest's resources share.
import Type from 'typebox';

export const editionId = Type.String({
  pattern: '^[a-z0-9-]{1,20}$',
  description: 'Id of the edition, e.g. `2026`.',
});
