// Who may accredit, and what an organisation that has lost its accreditation can no longer do.
import { expect, it } from 'vitest';
import { decideAccreditation, organisationScope } from '../../../engine/organisations/accreditation.ts';
import { accreditationReview } from '../../../engine/organisations/accreditation-review.ts';
import { bookInterview } from '../../../engine/programmes/credit/programme.ts';
import { standing } from '../../../engine/reviews/standing.ts';
import {
  BIN,
  codesOf,
  newCommand,
  newHost,
  newProject,
  newStaff,
  newStudent,
  unwrap,
} from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const stage = withEngine();

const REVOKED = { accredit: false, reason: 'Құжаттар ескірген' } as const;
const asAccreditor = { role: 'accreditor', scope: 'region:71' } as const;

it.each(['coordinator', 'head'] as const)('is decided by nobody who works there as %s', async (role) => {
  const { ctx } = stage;
  await newHost(ctx);
  const grants = [asAccreditor, { role, scope: organisationScope(BIN) }];
  const insider = await newStaff(ctx, 'insider', grants);
  expect(codesOf(await decideAccreditation(ctx, newCommand(insider), BIN, REVOKED))).toEqual([
    'common.not-allowed',
  ]);
  expect(await standing(ctx, insider, accreditationReview, BIN)).toEqual({ kind: 'not-theirs' });
  const outsider = await newStaff(ctx, 'outsider', [asAccreditor]);
  expect(unwrap(await decideAccreditation(ctx, newCommand(outsider), BIN, REVOKED))).toBe('revoked');
});

it('once lost, lets nobody book from a list that they still see', async () => {
  const { ctx } = stage;
  const { head } = await newHost(ctx);
  const project = await newProject(ctx, head);
  const student = await newStudent(ctx, 'late');
  const accreditor = await newStaff(ctx, 'other-accreditor', [asAccreditor]);
  unwrap(await decideAccreditation(ctx, newCommand(accreditor), BIN, REVOKED));
  const booked = await bookInterview(ctx, newCommand(student), project);
  expect(codesOf(booked)).toEqual(['credit.slot-gone']);
});
