// A centre records the training of its mentors, experts, coordinators and other staff (§3.3).
import { type Command, holds } from '../../../kernel/actor.ts';
import { isLocalDate, type LocalDate, localDate } from '../../../kernel/calendar.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { centreScope, centres } from '../store.ts';

export const trainedRoles = ['mentor', 'expert', 'regional-coordinator', 'other'] as const;
export type TrainedRole = (typeof trainedRoles)[number];

export interface Training {
  /** Person id, where they have an account. */
  readonly person: string | null;
  readonly name: string;
  readonly role: TrainedRole;
  readonly topic: string;
  readonly on: LocalDate;
}

/** Records beyond these are a mistake of ours, not a training. */
const MOST = 500;

/** @returns how many are recorded */
export function recordTraining(
  ctx: EngineContext,
  command: Command,
  bin: string,
  training: Training,
): Promise<Result<number>> {
  return change(ctx, centres, bin, command, ({ state, trained }) => {
    if (!holds(command.actor, 'centre-head', centreScope(bin))) return refused('common.not-allowed');
    if (state !== 'active') return refused('badge.centre-not-active');
    const isSound = training.name.trim() !== '' && training.topic.trim() !== '' && isLocalDate(training.on);
    if (!isSound) return refused('badge.training-incomplete');
    if (training.on > localDate(ctx.clock.now())) return refused('badge.training-in-future');
    if (trained.length >= MOST) return refused('badge.training-full', { most: MOST });
    const record = { ...training, name: training.name.trim(), topic: training.topic.trim() };
    return ok({
      action: 'training recorded',
      set: { trained: [...trained, { ...record, by: command.actor.id }] },
      result: trained.length + 1,
      details: { role: training.role, on: training.on },
    });
  });
}
