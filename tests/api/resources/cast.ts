// One key of every role, and a key of the same role elsewhere.
import type { Actor } from '../../../engine/kernel/actor.ts';
import { BIN_A, BIN_B, headOf, key, operator } from './story.ts';

export const cast = {
  student: key('student', { role: 'student', scope: 'university:alpha' }),
  headA: headOf(BIN_A),
  headB: headOf(BIN_B),
  coordinatorA: key('coordinator-a', { role: 'coordinator', scope: `organisation:${BIN_A}` }),
  coordinatorB: key('coordinator-b', { role: 'coordinator', scope: `organisation:${BIN_B}` }),
  accreditor75: key('accreditor-75', { role: 'accreditor', scope: 'region:75' }),
  accreditor10: key('accreditor-10', { role: 'accreditor', scope: 'region:10' }),
  accreditorNvs: key('accreditor-nvs', { role: 'accreditor', scope: 'network:nvs' }),
  registrarAlpha: key('registrar-alpha', { role: 'registrar', scope: 'university:alpha' }),
  registrarBeta: key('registrar-beta', { role: 'registrar', scope: 'university:beta' }),
  financialCentre: key('financial-centre', { role: 'financial-centre', scope: 'all' }),
  operator,
  nobody: key('nobody'),
} as const satisfies Record<string, Actor>;

export type Member = keyof typeof cast;
export const members = Object.keys(cast) as Member[];
