// Who hears of a plan: the president when it is sent, each of the grantor's in turn, the team when it is in force or comes back.

import { holdersOf } from '../../../people/reach.ts';
import { openCard, subjectOf } from '../../../reviews/card.ts';
import { settlementOf } from '../../../reviews/settlement.ts';
import type { EngineContext } from '../../context.ts';
import { nextSignatory } from '../agreement/order.ts';
import type { OfSignature, OfVersion } from '../events.ts';
import { projectOf, versionOf } from '../project/cases.ts';
import { agreementReviews, versionSubject } from '../reviews/agreement.ts';
import { type GrantorRole, grantorRoles, teamRoles } from '../roles.ts';
import { themeParams } from '../views/names.ts';
import { go, messageOf, type NotifyOf, teamOf, toStaff, toTeam } from './messages.ts';

async function of(ctx: EngineContext, { project: id, version: no }: OfVersion) {
  const project = await projectOf(ctx, id);
  const version = versionOf(project, no);
  return { project, version, params: { ...themeParams(version.plan), version: no } };
}

export const planSent: NotifyOf<OfVersion> = async (ctx, { data }) => {
  const { params } = await of(ctx, data);
  const sign = go('sign', 'grant.sign', versionSubject(data.project, data.version));
  return toTeam(await teamOf(ctx, data.project, 'grant-president'), messageOf('plan-to-sign', params, sign));
};

/** A card for the one whose turn it is. */
export const nextSigns: NotifyOf<OfSignature> = async (ctx, { data }) => {
  const { project, version } = await of(ctx, data);
  const role = version.state === 'sent' ? nextSignatory(version) : null;
  if (role === null || role === 'grant-president') return [];
  const own = role === 'grant-chief-manager' && project.manager !== null ? [project.manager] : null;
  const people = own ?? (await holdersOf(ctx, role, 'all'));
  const subject = versionSubject(data.project, data.version);
  const kind = agreementReviews[role];
  return toStaff(people, await openCard(ctx, kind, subject), subjectOf(kind.id, subject));
};

/** The cards of whoever has decided turn into the decided ones. */
export const settleSigned: NotifyOf<OfSignature> = async (ctx, { data }) => {
  const role = grantorRoles.find((each) => each === data.as);
  return role
    ? [await settlementOf(ctx, agreementReviews[role], versionSubject(data.project, data.version))]
    : [];
};

export const planReturned: NotifyOf<OfVersion> = async (ctx, { data }) => {
  const { version, params } = await of(ctx, data);
  const { comment = '', as } = version.returned ?? {};
  const role = grantorRoles.find((each): each is GrantorRole => each === as);
  const settled = role
    ? [await settlementOf(ctx, agreementReviews[role], versionSubject(data.project, data.version))]
    : [];
  const message = messageOf(
    'plan-returned',
    { ...params, comment },
    go('project', 'grant.project', data.project),
  );
  return [...toTeam(await teamOf(ctx, data.project, 'grant-lead'), message), ...settled];
};

export const planAgreed: NotifyOf<OfVersion> = async (ctx, { data }) => {
  const { params } = await of(ctx, data);
  const message = messageOf('plan-agreed', params, go('project', 'grant.project', data.project));
  return toTeam(await teamOf(ctx, data.project, ...teamRoles), message);
};
