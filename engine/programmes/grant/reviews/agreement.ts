// The version of a plan before each of the grantor's four, in turn: one kind of review item for each of them.
import { naming } from '../../../kernel/about.ts';
import { addDays, endOfDay, localDate } from '../../../kernel/calendar.ts';
import { type Text, text } from '../../../kernel/message.ts';
import { nameOf } from '../../../people/reach.ts';
import type { CardParts } from '../../../reviews/card-parts.ts';
import { final, type Reading, type ReviewKind } from '../../../reviews/kind.ts';
import { readsAll } from '../../../store/indexes.ts';
import type { EngineContext } from '../../context.ts';
import { agreementVersion, nextSignatory } from '../agreement/order.ts';
import { warningsIn } from '../plan/findings/finding.ts';
import { findingsOf } from '../plan/findings/findings.ts';
import { planCounts } from '../plan/shape.ts';
import { projectOf, versionOf } from '../project/cases.ts';
import { type GrantorRole, grantorRoles, projectScope } from '../roles.ts';
import { type GrantProject, grantProjects, type Version } from '../store.ts';
import { themeParams } from '../views/names.ts';

/** `chief-manager`: the role without the programme's name, as ids of dialogues and kinds carry it. */
export const postOf = (role: GrantorRole): string => role.replace(/^grant-/, '');

export const versionSubject = (project: string, no: number): string => `${project}-${no}`;

export function subjectParts(subject: string): { readonly project: string; readonly version: number } {
  const [project = '', no = ''] = subject.split('-');
  return { project, version: Number(no) };
}

async function found(ctx: EngineContext, subject: string) {
  const { project: id, version: no } = subjectParts(subject);
  const project = await projectOf(ctx, id);
  return { project, version: versionOf(project, no) };
}

const signatureAs = ({ signatures }: Version, role: GrantorRole) => signatures.find(({ as }) => as === role);

const isOpenFor = (version: Version, role: GrantorRole): boolean =>
  version.state === 'sent' && nextSignatory(version) === role;

const reading =
  (role: GrantorRole) =>
  async (ctx: EngineContext, subject: string): Promise<Reading> => {
    const { project, version } = await found(ctx, subject);
    const decision = decisionOf(version, role);
    const since = version.signatures.at(-1)?.at ?? version.sentAt;
    const isAssigned = role === 'grant-chief-manager' && project.manager !== null;
    return {
      state: isOpenFor(version, role) ? 'open' : decision ? 'decided' : 'withdrawn',
      ...{ about: version.sentBy, scope: 'all', interested: [projectScope(project._id)] },
      ...(isAssigned && { assigned: project.manager ?? '' }),
      ...{ since, due: dueAfter(ctx, since) },
      ...{ version: agreementVersion(version), order: project.v, decision },
    };
  };

function dueAfter(ctx: EngineContext, since: Date): Date {
  const on = localDate(since);
  return endOfDay(addDays(on, ctx.rules.number('grant', 'reviewDays', on)));
}

function decisionOf(version: Version, role: GrantorRole): Reading['decision'] {
  const signature = signatureAs(version, role);
  if (signature) return { how: signature.acting ? 'acting' : 'agreed', by: signature.by, at: signature.at };
  const { returned } = version;
  return returned?.as === role ? { how: 'returned', by: returned.by, at: returned.at } : null;
}

const card =
  (role: GrantorRole) =>
  async (ctx: EngineContext, subject: string): Promise<CardParts> => {
    const { project, version } = await found(ctx, subject);
    const isOpen = isOpenFor(version, role);
    const button = (label: string, what: string) => ({
      label: text(`grant-staff:button.${label}`),
      action: { go: `grant.${what}-${postOf(role)}`, argument: subject },
    });
    return {
      version: agreementVersion(version),
      body: [aboutVersion(project, version), ...(await signedSoFar(ctx, version))],
      ahead: isOpen ? warningsIn(findingsOf(version.plan)).map(findingText) : [],
      ...{ evidence: [], media: [] },
      decisions: isOpen
        ? [button('agree', 'agree'), button('agree-acting', 'acting'), button('return', 'reject')]
        : [],
      result: isOpen ? null : await resultOf(ctx, version, role),
    };
  };

const findingText = ({ code, params }: ReturnType<typeof warningsIn>[number]): Text =>
  text(`grant:finding.${code}`, params);

const aboutVersion = ({ versions }: GrantProject, version: Version): Text =>
  text(
    `grant-staff:card.plan.${versions.some(({ inForceAt }) => inForceAt !== null) ? 'changed' : 'first'}`,
    {
      ...themeParams(version.plan),
      ...planCounts(version.plan),
      version: version.no,
      from: version.plan.general.from ?? '',
      to: version.plan.general.to ?? '',
    },
  );

const signedSoFar = (ctx: EngineContext, { signatures }: Version): Promise<readonly Text[]> =>
  Promise.all(
    signatures.map(async ({ as, by, acting, at }) =>
      naming(
        text(`grant:signed.${acting ? 'acting' : 'own'}`, {
          ...{ as, by: (await nameOf(ctx, by)) || '—', at: at.toISOString() },
        }),
        by,
      ),
    ),
  );

async function resultOf(ctx: EngineContext, version: Version, role: GrantorRole): Promise<Text> {
  const decision = decisionOf(version, role);
  if (!decision) return text('grant-staff:result.plan.withdrawn');
  const { how, by, at } = decision;
  const params = { by: (await nameOf(ctx, by)) || '—', at: at.toISOString() };
  const comment = version.returned?.comment ?? '';
  return naming(text(`grant-staff:result.plan.${how}`, { ...params, comment }), by);
}

async function* versionIds(ctx: EngineContext): AsyncIterable<string> {
  for await (const found of grantProjects.on(ctx.db).find(readsAll).lean().cursor()) {
    const { _id, versions } = found as GrantProject;
    for (const { no } of versions) yield versionSubject(_id, no);
  }
}

const kindFor = (role: GrantorRole): ReviewKind<EngineContext> => ({
  id: `grant-sign-${postOf(role)}`,
  title: 'grant-staff:queue.kind.plan',
  roles: [role],
  // A signature stands; what it should not have agreed to is changed by another version.
  decisions: {
    [`grant.agree-${postOf(role)}`]: final,
    [`grant.acting-${postOf(role)}`]: final,
    [`grant.reject-${postOf(role)}`]: final,
  },
  ...{ read: reading(role), card: card(role), subjects: versionIds },
});

export const agreementReviews: Readonly<Record<GrantorRole, ReviewKind<EngineContext>>> = Object.fromEntries(
  grantorRoles.map((role) => [role, kindFor(role)]),
) as Readonly<Record<GrantorRole, ReviewKind<EngineContext>>>;
