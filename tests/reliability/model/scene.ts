// What a hint is read against: the model's state, the cast, the time; and finding one's way among them.
import type { Actor } from '../../../engine/kernel/actor.ts';
import type { Hint } from './hint.ts';
import type { ModelStudent, State } from './state.ts';
import type { Wish } from './wish.ts';
import type { ModelCast, Post } from './world/cast.ts';

export interface Scene {
  readonly state: State;
  readonly cast: ModelCast;
  readonly now: Date;
}

/** The n-th, counted round and round. */
export const one = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)];

export const studentAt = ({ cast }: Scene, n: number): Actor => {
  const found = one(cast.students, n);
  if (!found) throw new Error('there are no students');
  return found;
};

export const standingOf = ({ state }: Scene, id: string): ModelStudent =>
  state.students.get(id) ?? { interviews: [], credits: [] };

/** Mostly one of those who may; now and then the student, or anybody. */
export function decider({ cast }: Scene, able: readonly Post[], student: Actor, n: number): Actor {
  const all = Object.values(cast.staff);
  if (n % 8 === 6) return student;
  const post = one(able, n);
  return (n % 8 === 7 ? one(all, n + 3) : post && cast.staff[post]) ?? student;
}

export const hosts = (scene: Scene, project: string): readonly Post[] =>
  scene.state.projects.get(project)?.organisation === scene.cast.organisations[0]
    ? ['coordinator', 'head']
    : ['headAndCoordinator'];

export const heads = (scene: Scene, project: string): readonly Post[] => hosts(scene, project).slice(-1);

export function booking({ cast }: Scene, hint: Hint, by: Actor): Wish | null {
  const project = one(cast.projects, hint.which);
  const slot = project && one(project.slots, hint.by);
  return project && slot ? { act: 'book', by, project: project.id, slot } : null;
}
