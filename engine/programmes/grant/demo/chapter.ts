// The grant's chapter of the demo: the sample project, agreed by both sides, with some evidence accepted, some returned and some
// waiting. Idempotent: what broke off is played again.
import { type Command, systemActor } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/calendar.ts';
import { DAY, type ManualClock } from '../../../kernel/clock.ts';
import { registerPerson } from '../../../people/register.ts';
import { addGrant } from '../../../people/staff.ts';
import type { EngineContext } from '../../context.ts';
import { actor, type CastMember, chatOf, done } from '../../demo-cast.ts';
import { sendPlan } from '../agreement/send-plan.ts';
import { signPlan } from '../agreement/sign.ts';
import { decideEvidence } from '../evidence/decide.ts';
import { sendEvidence } from '../evidence/send.ts';
import { setMoney } from '../money/totals.ts';
import { importPlan } from '../project/draft.ts';
import { registerProject } from '../project/register.ts';
import { grantorRoles, projectScope } from '../roles.ts';
import { grantors, team } from './cast.ts';
import { movedPlan } from './moved-plan.ts';

const as = (what: string, by: Command['actor'] = systemActor): Command => ({
  id: `demo/grant/${what}`,
  actor: by,
});

export async function play(ctx: EngineContext, clock: ManualClock): Promise<void> {
  for (const member of [...Object.values(team), ...Object.values(grantors)]) await register(ctx, member);
  const plan = movedPlan(localDate(clock.now()));
  const by = async (what: string, member: CastMember) => as(what, await actor(ctx, member));
  const project = done(await registerProject(ctx, await by('project', team.lead), plan.general));
  for (const role of ['president', 'manager', 'accountant', 'pr'] as const) {
    const { id } = await actor(ctx, team[role]);
    done(
      await addGrant(ctx, as(`role/${role}`), id, { role: `grant-${role}`, scope: projectScope(project) }),
    );
  }
  done(await importPlan(ctx, await by('plan', team.lead), project, plan));
  done(await sendPlan(ctx, await by('send', team.lead), project));
  const signing = { project, version: 1, acting: false };
  done(
    await signPlan(ctx, await by('sign/president', team.president), { ...signing, as: 'grant-president' }),
  );
  for (const role of grantorRoles) {
    const acting = role === 'grant-director' || role === 'grant-chair';
    done(await signPlan(ctx, await by(`sign/${role}`, grantors[role]), { ...signing, as: role, acting }));
  }
  await playEvidence(ctx, clock, project);
  done(
    await setMoney(ctx, await by('money', team.accountant), project, {
      planned: 9_800_000,
      spent: 2_150_000,
    }),
  );
}

/** Blank addresses of example pages: no real publication is meant. */
const posts = [
  { indicator: '1.1.3', url: 'https://t.me/mysal_example/1' },
  { indicator: '1.1.3', url: 'https://www.instagram.com/p/mysal-example-2/' },
  { indicator: '6.1.1', url: 'https://www.facebook.com/mysal.example/posts/3', shared: ['C2.1.1'] },
  { indicator: '6.1.1', url: 'https://t.me/mysal_example/4', shared: ['C2.1.1'] },
  { indicator: '6.1.1', url: 'https://t.me/mysal_example/5', shared: ['C2.1.1'] },
] as const;

/** The last one is returned, and the one before it waits. */
async function playEvidence(ctx: EngineContext, clock: ManualClock, project: string): Promise<void> {
  for (const [at, { indicator, url, ...post }] of posts.entries()) {
    clock.advance(DAY);
    const evidence = done(
      await sendEvidence(ctx, as(`evidence/${at}`, await actor(ctx, team.pr)), {
        ...{ project, indicator, part: 0, kind: 'link', media: [], link: url },
        alsoServes: 'shared' in post ? post.shared : [],
        ...{ quantity: null, people: null, date: localDate(clock.now()), place: null },
        ...{ participant: null, note: null },
      }),
    );
    const command = as(`decide/${at}`, await actor(ctx, grantors['grant-chief-manager']));
    const isLast = at === posts.length - 1;
    if (isLast)
      done(
        await decideEvidence(ctx, command, {
          evidence,
          accept: false,
          comment: 'Жарияланымда жобаның атауы жоқ.',
        }),
      );
    else if (at !== posts.length - 2) done(await decideEvidence(ctx, command, { evidence, accept: true }));
  }
}

async function register(ctx: EngineContext, member: CastMember): Promise<void> {
  const { name, language, region, grants } = member;
  const blank = { phone: '+77000000000', student: null, consents: [], demo: true };
  const person = { chat: chatOf(member), name, language, region, grants, ...blank };
  done(await registerPerson(ctx, as(`person/${member.id}`), person));
}
