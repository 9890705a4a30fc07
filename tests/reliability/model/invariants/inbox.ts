// Invariant 11: what a channel was told that it arrived is stored, and ends done or visibly dead.
import type { Contents } from './contents.ts';
import type { Invariant } from './invariant.ts';

const ended = ({ inbox }: Contents) =>
  inbox.flatMap(({ _id, state, endedAt, reference }) => [
    ...(state !== 'waiting' && endedAt === null ? [`update ${_id} is ${state} without a time`] : []),
    ...(state === 'dead' && reference === null ? [`update ${_id} is dead without a reference`] : []),
  ]);

const waiting = ({ inbox }: Contents) =>
  inbox.filter((each) => each.state === 'waiting').map(({ _id }) => `update ${_id} still waits`);

/** @param acknowledged ids of entries (`<desk>.<channel>/<update>`) of which the channel was told "200" */
export const stored = (acknowledged: readonly string[]): Invariant => ({
  number: 11,
  name: 'what was acknowledged is stored',
  holds: 'always',
  broken: ({ inbox }) => {
    const there = new Set(inbox.map(({ _id }) => _id));
    return acknowledged
      .filter((id) => !there.has(id))
      .map((id) => `update ${id} was acknowledged and is lost`);
  },
});

export const inboxInvariants: readonly Invariant[] = [
  { number: 11, name: 'updates end with a time and, dead, a reference', holds: 'always', broken: ended },
  { number: 11, name: 'no update waits', holds: 'at rest', broken: waiting },
];
