// A version is signed by both sides, one after the other; with the last signature it is in force, and the one before it no
// longer. One missing keeps it out of force.
import { type Command, holds } from '../../../kernel/actor.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { refuseUnseen } from '../../../kernel/seen.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { planAgreed, planReturned, planSigned } from '../events.ts';
import { versionOf, withVersion } from '../project/cases.ts';
import { isTeam, maySee } from '../rights.ts';
import { type GrantProject, grantProjects, type Signatory, type Version } from '../store.ts';
import { agreementVersion, nextSignatory } from './order.ts';

export interface Signing {
  readonly project: string;
  readonly version: number;
  readonly as: Signatory;
}

/** @returns whether it is in force now */
export function signPlan(
  ctx: EngineContext,
  command: Command,
  { acting, ...signing }: Signing & { readonly acting: boolean },
): Promise<Result<boolean>> {
  const { project, version: no, as } = signing;
  return change(ctx, grantProjects, project, command, (current) => {
    const version = versionOf(current, no);
    const refusal = refusalOf(command, current, version, as);
    if (refusal) return refusal;
    const signature = { as, by: command.actor.id, acting, at: ctx.clock.now() };
    const signed = { ...version, signatures: [...version.signatures, signature] };
    const isLast = nextSignatory(signed) === null;
    return ok({
      action: isLast ? 'plan signed and in force' : 'plan signed',
      set: {
        versions: isLast ? inForce(ctx, current, signed) : withVersion(current, no, signed),
        ...(as === 'grant-chief-manager' && { manager: command.actor.id }),
      },
      events: [
        planSigned({ project, version: no, as }),
        ...(isLast ? [planAgreed({ project, version: no })] : []),
      ],
      result: isLast,
      details: { version: no, hash: version.hash, as, acting },
    });
  });
}

/** Back to the lead, with what is to be changed. @returns the version's number */
export function returnPlan(
  ctx: EngineContext,
  command: Command,
  { comment, ...signing }: Signing & { readonly comment: string },
): Promise<Result<number>> {
  const { project, version: no, as } = signing;
  return change(ctx, grantProjects, project, command, (current) => {
    const version = versionOf(current, no);
    const refusal = refusalOf(command, current, version, as);
    if (refusal) return refusal;
    const returned = { as, by: command.actor.id, at: ctx.clock.now(), comment };
    return ok({
      action: 'plan returned',
      set: {
        versions: withVersion(current, no, { state: 'returned', returned }),
        ...(as === 'grant-chief-manager' && { manager: command.actor.id }),
      },
      events: [planReturned({ project, version: no })],
      result: no,
      details: { version: no, as },
    });
  });
}

/** Nobody signs for both sides, or twice. */
function refusalOf(command: Command, project: GrantProject, version: Version, as: Signatory): Refused | null {
  const { actor } = command;
  if (!maySee(actor, project) || !maySignAs(command, project, as)) return refused('common.not-allowed');
  if (version.state !== 'sent') return refused('common.already-decided');
  if (version.signatures.some(({ by }) => by === actor.id)) return refused('grant.signed-already');
  if (nextSignatory(version) !== as) return refused('grant.not-their-turn');
  return refuseUnseen(command, agreementVersion(version));
}

const maySignAs = ({ actor }: Command, { _id }: GrantProject, as: Signatory): boolean =>
  as === 'grant-president'
    ? isTeam(actor, _id, 'grant-president')
    : holds(actor, as, 'all') && !isTeam(actor, _id);

const inForce = (ctx: EngineContext, { versions }: GrantProject, signed: Version): Version[] =>
  versions.map((each) => {
    if (each.no === signed.no) return { ...signed, state: 'in-force', inForceAt: ctx.clock.now() };
    return each.state === 'in-force' ? { ...each, state: 'replaced' } : each;
  });
