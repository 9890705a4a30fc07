// One actor of every role, one of the same role elsewhere, and some who hold a role in a scope that gives it no meaning.
import type { Actor } from '../../../engine/kernel/actor.ts';
import { BIN_A, BIN_B, headOf, key, operator } from '../resources/story.ts';

export const cast = {
  student: key('student', { role: 'student', scope: 'university:alpha' }),
  headA: headOf(BIN_A),
  headB: headOf(BIN_B),
  coordinatorA: key('coordinator-a', { role: 'coordinator', scope: `organisation:${BIN_A}` }),
  coordinatorB: key('coordinator-b', { role: 'coordinator', scope: `organisation:${BIN_B}` }),
  accreditor75: key('accreditor-75', { role: 'accreditor', scope: 'region:75' }),
  /** Of B's region, where B as a volunteer organisation is not theirs to decide on. */
  accreditor71: key('accreditor-71', { role: 'accreditor', scope: 'region:71' }),
  accreditorNvs: key('accreditor-nvs', { role: 'accreditor', scope: 'network:nvs' }),
  registrarAlpha: key('registrar-alpha', { role: 'registrar', scope: 'university:alpha' }),
  registrarBeta: key('registrar-beta', { role: 'registrar', scope: 'university:beta' }),
  financialCentre: key('financial-centre', { role: 'financial-centre', scope: 'all' }),
  operator,
  operatorOfCredit: key('operator-credit', { role: 'operator', scope: 'programme:credit' }),
  operatorOfRegion: key('operator-75', { role: 'operator', scope: 'region:75' }),
  centreOfRegion: key('centre-75', { role: 'financial-centre', scope: 'region:75' }),
  headOfUniversity: key('head-alpha', { role: 'head', scope: 'university:alpha' }),
  registrarOfHost: key('registrar-a', { role: 'registrar', scope: `organisation:${BIN_A}` }),
  nobody: key('nobody'),
} as const satisfies Record<string, Actor>;

export type Member = keyof typeof cast;
export const members = Object.keys(cast) as Member[];
