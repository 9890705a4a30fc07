// An invitation that is asked for again under its id is answered as the first time, whatever has changed meanwhile.
import { beforeEach, expect, it } from 'vitest';
import {
  acceptInvitation,
  bookInterview,
  inviteStudent,
} from '../../../engine/programmes/credit/programme.ts';
import {
  codesOf,
  type Host,
  newCommand,
  newHost,
  newProject,
  newStudent,
  unwrap,
} from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const stage = withEngine();
let host: Host;
beforeEach(async () => {
  host = await newHost(stage.ctx);
});

it('an invitation for which no place was left is not answered with "invited"', async () => {
  const { ctx } = stage;
  const project = await newProject(ctx, host.head, { places: 1 });
  const [first, second] = [await newStudent(ctx, 'first'), await newStudent(ctx, 'second')];
  const interviews = [
    unwrap(await bookInterview(ctx, newCommand(first), project)),
    unwrap(await bookInterview(ctx, newCommand(second), project)),
  ] as const;
  const taken = newCommand(host.coordinator);
  unwrap(await inviteStudent(ctx, taken, interviews[0]));
  const late = newCommand(host.coordinator);
  expect(codesOf(await inviteStudent(ctx, late, interviews[1]))).toEqual(['credit.no-places-left']);
  expect(codesOf(await inviteStudent(ctx, late, interviews[1]))).toEqual(['credit.no-places-left']);
  unwrap(await acceptInvitation(ctx, newCommand(first), { interviewId: interviews[0], target: 20 }));
  expect(unwrap(await inviteStudent(ctx, taken, interviews[0]))).toBe(interviews[0]);
});
