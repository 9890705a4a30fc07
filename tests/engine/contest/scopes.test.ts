// Whose account sees what: a college its own, a department its region, and nobody anything besides.
import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { AppError } from '../../../engine/kernel/errors.ts';
import {
  decideAdmission,
  formStageCommission,
  nomineesAt,
  type Place,
  placesOf,
  sendNomination,
} from '../../../engine/programmes/contest/programme.ts';
import { acceptStaffInvitation, inviteStaff } from '../../../engine/programmes/invitations.ts';
import {
  codesOf,
  college,
  command,
  departmentOf,
  nominee,
  officerOf,
  operator,
  person,
  unwrap,
} from '../../support/contest/people.ts';
import { standing } from '../../support/contest/stages.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const engine = withEngine('file', { start: '2026-09-01T06:00:00Z' });
const ids: Record<string, string> = {};
const at = (stage: Place['stage'], where: string): Place => ({ edition: '2026', stage, at: where });

beforeAll(async () => {
  await college(engine.ctx, 'alpha', '71');
  await college(engine.ctx, 'beta', '75');
  ids.alpha = await nominee(engine.ctx, { college: 'alpha' });
  ids.beta = await nominee(engine.ctx, { college: 'beta' });
  const sent = await standing(engine.ctx, 1, { state: 'sent' }, { college: 'alpha' });
  ids.sent = sent[0] ?? '';
});

const seen = async (actor: Actor, place: Place): Promise<readonly string[] | string> => {
  try {
    const found = await nomineesAt(engine.ctx, actor, place);
    return found.map(({ nomination }) => nomination._id).sort();
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

it("C-19: the college's responsible person has an account of their own that sees their college only", async () => {
  const officer = officerOf('alpha');
  expect(await placesOf(engine.ctx, officer)).toEqual([at('college', 'alpha')]);
  expect(await seen(officer, at('college', 'alpha'))).toEqual([ids.alpha, ids.sent].sort());
  expect(await seen(officer, at('college', 'beta'))).toBe('forbidden');
  expect(await seen(officer, at('region', '71'))).toBe('forbidden');
  const admit = { nomination: ids.beta ?? '', admit: true };
  expect(codesOf(await decideAdmission(engine.ctx, command(officer), admit))).toEqual(['common.not-allowed']);
  expect(codesOf(await formStageCommission(engine.ctx, command(officer), at('college', 'beta')))).toEqual([
    'common.not-allowed',
  ]);
});

it("C-25: a department sees the nominees of its region's colleges only, once they were sent", async () => {
  const department = departmentOf('71');
  expect(await seen(department, at('region', '71'))).toEqual([ids.sent]);
  expect(await seen(department, at('region', '75'))).toBe('forbidden');
  expect(await seen(department, at('college', 'alpha'))).toBe('forbidden');
  expect(await seen(departmentOf('75'), at('region', '75'))).toEqual([]);
  expect(codesOf(await sendNomination(engine.ctx, command(department), ids.sent ?? ''))).toEqual([
    'common.not-allowed',
  ]);
});

it('C-19: a department invites the responsible persons of its own region, and of no other', async () => {
  const { ctx } = engine;
  const invited = (by: Actor, id: string) =>
    inviteStaff(ctx, command(by), { role: 'college-officer', scope: `college:${id}` });
  expect(codesOf(await invited(departmentOf('71'), 'beta'))).toEqual(['common.not-allowed']);
  expect(codesOf(await invited(officerOf('alpha'), 'alpha'))).toEqual(['common.not-allowed']);
  const secret = unwrap(await invited(departmentOf('71'), 'alpha'));
  const chat = 'staff.web.new-officer';
  const grant = unwrap(
    await acceptStaffInvitation(ctx, command(), { secret, chat, name: 'Айгүл Үлгі', language: 'kk' }),
  );
  expect(grant).toEqual({ role: 'college-officer', scope: 'college:alpha' });
});

it('an operator, a nominee and a stranger act for no college and no region', async () => {
  const { ctx } = engine;
  for (const actor of [operator, person('stranger')]) {
    expect(await placesOf(ctx, actor)).toEqual([]);
    expect(await seen(actor, at('college', 'alpha'))).toBe('forbidden');
    expect(codesOf(await formStageCommission(ctx, command(actor), at('region', '71')))).toEqual([
      'common.not-allowed',
    ]);
  }
});
