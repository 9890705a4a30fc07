// The certificate of a finished credit: hours, organisation, project, academic credits. Issued once, when the credit whose
// report the head approved has been paid.

import { certificateIdOf, issueCertificate } from '../../documents/certificates/issue.ts';
import { systemActor } from '../../kernel/actor.ts';
import { organisationOf } from '../../organisations/accreditation.ts';
import type { Follow } from '../../parts/part.ts';
import { people } from '../../people/store.ts';
import type { EventOf } from '../../store/event.ts';
import type { EngineContext } from '../context.ts';
import { creditCase, projectOf } from './cases.ts';
import type { payoutPaid } from './events.ts';

const KIND = 'credit.completion';

/** The id of a credit's certificate, whether it was issued yet or not. */
export const certificateOf = (creditId: string): string => certificateIdOf(KIND, creditId);

export const certify: Follow<EngineContext, EventOf<typeof payoutPaid>['data']> = async (
  ctx,
  { id, data },
) => {
  const { student, credit } = await creditCase(ctx, data.credit);
  const holder = await people.on(ctx.db).findById(student._id, { name: 1, erasure: 1 }).lean();
  if (!holder || holder.erasure || !credit.entitlement) return;
  const organisation = await organisationOf(ctx, credit.organisationId);
  const project = await projectOf(ctx, credit.projectId);
  await issueCertificate(
    ctx,
    { id: `event/${id}/certificate`, actor: systemActor },
    {
      kind: KIND,
      subject: credit.id,
      holder: { id: holder._id, name: holder.name },
      facts: [
        { name: 'hours', value: credit.target },
        { name: 'organisation', value: organisation.name },
        { name: 'project', value: project.title },
        { name: 'academic-credits', value: credit.entitlement.academicCredits },
      ],
    },
  );
};
