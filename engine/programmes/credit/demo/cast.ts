// The people of the demo. All fictional: Үлгі means "model" and Мысал "example", so that nobody is taken for real.
// Each has a web chat of their own, in which whoever tries Qadam out speaks for them.
import type { Grant } from '../../../kernel/actor.ts';
import { checkDigit } from '../../../kernel/iin.ts';
import type { CastMember } from '../../demo-cast.ts';

export const bins = {
  centre: binOf('19054000001'),
  school: binOf('18114000002'),
  volunteers: binOf('20034000003'),
};

const coordinator = (bin: string): Grant => ({ role: 'coordinator', scope: `organisation:${bin}` });

/** Staff of the demo. Heads get their role when their organisation registers. */
export const staffCast = {
  head: { id: 'head', desk: 'staff', name: 'Гүлнар Үлгіқызы', language: 'kk', region: '71', grants: [] },
  coordinator: {
    id: 'coordinator',
    desk: 'staff',
    name: 'Тимур Образцов',
    language: 'ru',
    region: '71',
    grants: [coordinator(bins.centre)],
  },
  schoolHead: {
    id: 'school-head',
    desk: 'staff',
    name: 'Марат Мысалұлы',
    language: 'kk',
    region: '75',
    grants: [],
  },
  volunteersHead: {
    id: 'volunteers-head',
    desk: 'staff',
    name: 'Вера Примерова',
    language: 'ru',
    region: '71',
    grants: [],
  },
  localBody: {
    id: 'local-body',
    desk: 'staff',
    name: 'Сәуле Үлгібаева',
    language: 'kk',
    region: '71',
    grants: [
      { role: 'accreditor', scope: 'region:71' },
      { role: 'accreditor', scope: 'region:75' },
    ],
  },
  network: {
    id: 'network',
    desk: 'staff',
    name: 'Антон Образцов',
    language: 'ru',
    region: null,
    grants: [{ role: 'accreditor', scope: 'network:nvs' }],
  },
  financialCentre: {
    id: 'financial-centre',
    desk: 'staff',
    name: 'Лаура Мысалова',
    language: 'ru',
    region: null,
    grants: [{ role: 'financial-centre', scope: 'all' }],
  },
  registrar: {
    id: 'registrar',
    desk: 'staff',
    name: 'Ерлан Үлгіұлы',
    language: 'kk',
    region: '71',
    grants: [{ role: 'registrar', scope: 'university:mysal' }],
  },
} as const satisfies Record<string, CastMember>;

export const studentCast = {
  underWay: {
    id: 'student',
    desk: 'participant',
    name: 'Айым Мысалқызы',
    language: 'kk',
    region: '71',
    grants: [],
  },
  /** Sixteen years old: waits for a legal representative. */
  minor: {
    id: 'minor',
    desk: 'participant',
    name: 'Нұрай Үлгіқызы',
    language: 'kk',
    region: '71',
    grants: [],
  },
} as const satisfies Record<string, CastMember>;

/** Chats that nobody has used yet: to register in from the very beginning. */
export const newcomers = [
  { id: 'new-student', desk: 'participant' },
  { id: 'new-organisation', desk: 'staff' },
  { id: 'guardian', desk: 'participant' },
] as const;

/** Whom one can speak for, in the order in which the story meets them. */
export const personas = [
  newcomers[0],
  studentCast.underWay,
  studentCast.minor,
  newcomers[2],
  staffCast.head,
  staffCast.coordinator,
  staffCast.financialCentre,
  staffCast.registrar,
  newcomers[1],
  staffCast.localBody,
  staffCast.network,
  staffCast.schoolHead,
  staffCast.volunteersHead,
].map(({ id, desk }) => ({ id, desk, role: `web:persona.${id}` }));

/** A BIN with a valid check digit. `eleven` digits; the last of them is raised until one exists. */
function binOf(eleven: string): string {
  for (let number = Number(eleven); ; number += 1) {
    const digits = String(number).padStart(11, '0');
    const check = checkDigit(digits);
    if (check !== null) return `${digits}${check}`;
  }
}
