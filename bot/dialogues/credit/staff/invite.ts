// Invitations of staff: a head names coordinators of the own organisation, an operator gives any role.
// Both end with a one-time link to be forwarded.
import type { Grant, Role } from '../../../../engine/kernel/actor.ts';
import { text } from '../../../../engine/kernel/message.ts';
import { ok, type Result } from '../../../../engine/kernel/result.ts';
import { organisationScope } from '../../../../engine/organisations/accreditation.ts';
import { inviteStaff } from '../../../../engine/people/staff.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { allUniversities } from '../../../../engine/reference/universities.ts';
import type { Draft } from '../../../dialogue/session.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { answer } from '../../../dialogue/talk.ts';
import { regionOptions } from '../../fields/regions.ts';
import { knownBin } from './known-bin.ts';
import { ending, menuButton, ownOrganisations, type StaffTalk } from './staff-talk.ts';

export const inviteCoordinator: Dialogue<EngineContext> = dialogue('org.invite-coordinator', { version: 1 }, [
  choose('organisation', ownOptions, 'credit-staff:org.which-own', {
    none: 'credit-staff:org.no-organisation',
  }),
  call('invite', (talk) => invite(talk, coordinatorOf(answer(talk.draft, 'organisation'))), { ok: shown }),
]);

async function ownOptions(talk: StaffTalk): Promise<readonly Option[]> {
  const own = await ownOrganisations(talk, 'head');
  return own.map(({ _id, name }) => ({ value: _id, label: text('credit-staff:org.option', { name }) }));
}

const coordinatorOf = (bin: string): Grant => ({ role: 'coordinator', scope: organisationScope(bin) });

const invitable: readonly Role[] = [
  ...(['head', 'coordinator', 'accreditor', 'financial-centre', 'registrar', 'operator'] as const),
];

const roleOptions: readonly Option[] = invitable.map((role) => ({
  value: role,
  label: text(`credit-staff:role.${role}`),
}));

const asksFor =
  (...wanted: readonly Role[]) =>
  (draft: Draft): boolean =>
    wanted.some((role) => role === draft.role);

const NETWORK = 'network:nvs';
const accreditorOptions: readonly Option[] = [
  { value: NETWORK, label: text('credit-staff:scope.network') },
  ...regionOptions.map(({ value, label }) => ({ value: `region:${value}`, label })),
];

async function universityOptions(talk: StaffTalk): Promise<readonly Option[]> {
  const all = await allUniversities(talk.env);
  return all.map((each) => ({
    value: each._id,
    label: text('credit-staff:invite.university-option', { name: each[talk.language] }),
  }));
}

export const inviteAnyone: Dialogue<EngineContext> = dialogue('staff.invite', { version: 1 }, [
  choose('role', roleOptions, 'credit-staff:invite.role'),
  ask('bin', knownBin, 'credit-staff:invite.bin', { when: asksFor('head', 'coordinator') }),
  choose('accredits', accreditorOptions, 'credit-staff:invite.accredits', { when: asksFor('accreditor') }),
  choose('university', universityOptions, 'credit-staff:invite.university', {
    none: 'credit-staff:invite.no-universities',
    when: asksFor('registrar'),
  }),
  call('invite', (talk) => invite(talk, offered(talk.draft)), { ok: shown }),
]);

function offered(draft: Draft): Grant {
  const role = invitable.find((each) => each === draft.role) ?? 'coordinator';
  if (role === 'accreditor') return { role, scope: answer(draft, 'accredits') };
  if (role === 'registrar') return { role, scope: `university:${answer(draft, 'university')}` };
  if (role === 'head' || role === 'coordinator')
    return { role, scope: organisationScope(answer(draft, 'bin')) };
  return { role, scope: 'all' };
}

/** The link itself: a repeat of the turn makes another, and both are good. */
async function invite(talk: StaffTalk, grant: Grant): Promise<Result<string>> {
  const secret = await inviteStaff(talk.env, talk.command('invite'), grant);
  return secret.ok ? ok(talk.env.links.start('staff', secret.value)) : secret;
}

function shown(link: string) {
  return ending('invite.link', { link }, menuButton());
}
