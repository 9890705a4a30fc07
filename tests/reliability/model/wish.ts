// A wish: one thing that somebody wants of the product, with everything named. Carried out by the real use-cases.
import type { Actor, Command } from '../../../engine/kernel/actor.ts';
import type { Result } from '../../../engine/kernel/result.ts';
import { decideAccreditation } from '../../../engine/organisations/accreditation.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { Target } from '../../../engine/programmes/credit/programme.ts';
import * as credit from '../../../engine/programmes/credit/programme.ts';

export interface Hours {
  readonly date: string;
  readonly start: string;
  readonly minutes: number;
}

export type Act =
  | { readonly act: 'book'; readonly project: string; readonly slot: string }
  | { readonly act: 'cancel' | 'invite' | 'not-invite' | 'decline'; readonly interview: string }
  | { readonly act: 'accept'; readonly interview: string; readonly target: Target }
  | ({ readonly act: 'hours' } & Hours)
  | { readonly act: 'decide-hours'; readonly entry: string; readonly yes: boolean }
  | { readonly act: 'report' | 'leave' }
  | { readonly act: 'decide-report' | 'pay' | 'recredit'; readonly credit: string; readonly yes: boolean }
  | { readonly act: 'request'; readonly credit: string }
  | { readonly act: 'accredit'; readonly organisation: string; readonly yes: boolean };

export type Wish = Act & { readonly by: Actor };

type Doing = (ctx: EngineContext, command: Command) => Promise<Result<unknown>>;

const reason = 'Тексеру керек';

function doing(wish: Wish): Doing {
  switch (wish.act) {
    case 'book':
      return (ctx, command) =>
        credit.bookInterview(ctx, command, { projectId: wish.project, slotId: wish.slot });
    case 'cancel':
      return (ctx, command) => credit.cancelInterview(ctx, command, wish.interview);
    case 'invite':
      return (ctx, command) => credit.inviteStudent(ctx, command, wish.interview);
    case 'not-invite':
      return (ctx, command) => credit.declineStudent(ctx, command, { interviewId: wish.interview, reason });
    case 'decline':
      return (ctx, command) => credit.declineInvitation(ctx, command, wish.interview);
    case 'accept':
      return (ctx, command) =>
        credit.acceptInvitation(ctx, command, { interviewId: wish.interview, target: wish.target });
    default:
      return workDoing(wish);
  }
}

function workDoing(wish: Exclude<Wish, { readonly act: 'book' | 'cancel' | 'invite' | 'accept' }>): Doing {
  switch (wish.act) {
    case 'hours': {
      const { date, start, minutes } = wish;
      return (ctx, command) =>
        credit.reportHours(ctx, command, { date, start, minutes, what: 'Кітап оқыдық', media: [] });
    }
    case 'decide-hours': {
      const entryId = wish.entry;
      const decision = wish.yes
        ? { entryId, confirm: true as const }
        : { entryId, confirm: false as const, reason };
      return (ctx, command) => credit.decideHours(ctx, command, decision);
    }
    case 'report':
      return (ctx, command) => credit.sendReport(ctx, command, { text: 'Есеп', media: [] });
    case 'leave':
      return (ctx, command) => credit.leaveProject(ctx, command);
    case 'accredit': {
      const decision = wish.yes ? { accredit: true as const } : { accredit: false as const, reason };
      return (ctx, command) => decideAccreditation(ctx, command, wish.organisation, decision);
    }
    case 'request':
      return (ctx, command) => credit.requestRecredit(ctx, command, wish.credit);
    default:
      return outcomeDoing(wish as Extract<Wish, { readonly act: 'decide-report' | 'pay' | 'recredit' }>);
  }
}

function outcomeDoing(wish: Extract<Wish, { readonly act: 'decide-report' | 'pay' | 'recredit' }>): Doing {
  const { act, credit: creditId, yes } = wish;
  if (act === 'pay') {
    const outcome = yes
      ? { creditId, paid: true as const, bankReference: 'KZ-1' }
      : { creditId, paid: false as const, reason };
    return (ctx, command) => credit.settlePayout(ctx, command, outcome);
  }
  if (act === 'recredit') {
    const decision = yes
      ? { creditId, confirm: true as const }
      : { creditId, confirm: false as const, reason };
    return (ctx, command) => credit.decideRecredit(ctx, command, decision);
  }
  const decision = yes
    ? { creditId, approve: true as const }
    : { creditId, approve: false as const, comment: reason };
  return (ctx, command) => credit.decideReport(ctx, command, decision);
}

export const carryOut = (ctx: EngineContext, wish: Wish, id: string): Promise<Result<unknown>> =>
  doing(wish)(ctx, { id, actor: wish.by });

/** For the report of a failure. */
export function wordsOf(wish: Wish): string {
  const { act, by, ...rest } = wish;
  return `${act} by ${by.id} ${Object.values(rest).join(' ')}`.trim();
}
