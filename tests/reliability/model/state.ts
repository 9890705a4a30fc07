// The model: what the credit programme's documents mean, as plain values. Everything that a forecast needs, no more.
import type { CreditState, EntryState, InterviewState } from '../../../engine/programmes/credit/states.ts';
import type { Contents } from './invariants/contents.ts';

export interface ModelInterview {
  readonly id: string;
  readonly project: string;
  readonly slot: string;
  state: InterviewState;
  answerBy: number | null;
}

export interface ModelEntry {
  readonly id: string;
  readonly date: string;
  readonly start: string;
  readonly minutes: number;
  state: EntryState;
}

export interface ModelCredit {
  readonly id: string;
  readonly project: string;
  readonly target: number;
  readonly year: number;
  readonly startedOn: string;
  state: CreditState;
  readonly entries: ModelEntry[];
}

export interface ModelStudent {
  readonly interviews: ModelInterview[];
  readonly credits: ModelCredit[];
}

export interface ModelProject {
  readonly organisation: string;
  readonly from: string;
  readonly to: string;
  readonly isPublished: boolean;
  /** When each begins, by id. */
  readonly slots: ReadonlyMap<string, number>;
}

export interface State {
  readonly students: Map<string, ModelStudent>;
  readonly payouts: Map<string, { readonly student: string; state: string }>;
  readonly recredits: Map<string, { readonly student: string; readonly university: string; state: string }>;
  readonly projects: ReadonlyMap<string, ModelProject>;
  readonly organisations: Map<string, { readonly kind: string; accreditation: string }>;
  /** Free seats, by seat. */
  readonly left: Map<string, number>;
}

export function stateOf(contents: Contents): State {
  const { students, payouts, recredits, projects, owners, seats } = contents;
  const organisations = owners.filter(({ name }) => name === 'organisations') as unknown as readonly {
    readonly _id: string;
    readonly kind: string;
    readonly accreditation: string;
  }[];
  return {
    students: new Map(students.map((each) => [each._id, studentOf(each)])),
    payouts: new Map(payouts.map(({ _id, studentId, state }) => [_id, { student: studentId, state }])),
    recredits: new Map(
      recredits.map(({ _id, studentId, universityId, state }) => [
        _id,
        { student: studentId, university: universityId, state },
      ]),
    ),
    projects: new Map(projects.map((each) => [each._id, projectOf(each)])),
    organisations: new Map(
      organisations.map(({ _id, kind, accreditation }) => [_id, { kind, accreditation }]),
    ),
    left: new Map(seats.map(({ _id, left }) => [_id, left])),
  };
}

const studentOf = ({ interviews, credits }: Contents['students'][number]): ModelStudent => ({
  interviews: interviews.map(({ id, projectId, slotId, state, answerBy }) => ({
    id,
    project: projectId,
    slot: slotId,
    state,
    answerBy: answerBy?.getTime() ?? null,
  })),
  credits: credits.map(({ id, projectId, target, year, startedOn, state, entries }) => ({
    id,
    project: projectId,
    target,
    year,
    startedOn,
    state,
    entries: entries.map((entry) => ({
      id: entry.id,
      date: entry.date,
      start: entry.start,
      minutes: entry.minutes,
      state: entry.state,
    })),
  })),
});

const projectOf = (project: Contents['projects'][number]): ModelProject => ({
  organisation: project.organisationId,
  from: project.from,
  to: project.to,
  isPublished: project.state === 'published',
  slots: new Map(project.slots.map(({ id, startsAt }) => [id, startsAt.getTime()])),
});

/** A copy to change. Projects never change and are shared. */
export const copyOf = ({ projects, ...state }: State): State => ({ ...structuredClone(state), projects });
