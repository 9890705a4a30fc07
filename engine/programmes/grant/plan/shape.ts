// A project as its contract's annex describes it: block I (general), II (team), III (monitoring plan), IV (social impact).
// What is not written yet is null or empty: whether it may be sent, form-rules.ts says.
import Type, { type Static } from 'typebox';
import { nullable, oneOf } from '../../../store/model.ts';
import { Measure } from './measure.ts';
import { Words } from './words.ts';

const Day = nullable(Type.String());
const Line = nullable(Words);
const Id = Type.String({ minLength: 1, maxLength: 12, pattern: '^[A-Za-z0-9.]+$' });

/** The application or the contract that the annex belongs to; blank until they are known. */
const Reference = Type.Object({ number: nullable(Type.String()), date: Day });

const Result = Type.Object({
  no: Type.Integer({ minimum: 1 }),
  words: Words,
  /** What it promises in figures. */
  wants: Type.Array(Measure),
  /** Ids of the activities that carry it. */
  carriedBy: Type.Array(Id),
});

const Partner = Type.Object({
  no: Type.Integer({ minimum: 1 }),
  words: Words,
  /** Each branch counts as a partner of its own. */
  branches: nullable(Type.Integer({ minimum: 1 })),
});

const General = Type.Object({
  grantee: Line,
  direction: Line,
  theme: Line,
  goal: Line,
  territory: Line,
  region: nullable(Type.String()),
  targetGroup: Line,
  from: Day,
  to: Day,
  results: Type.Array(Result),
  partners: Type.Array(Partner),
  application: Reference,
  contract: Reference,
});

export const employments = ['staff', 'contract'] as const;

/** Without names and contacts: those stay with the project, so that they can be erased. */
const Member = Type.Object({
  id: Type.String(),
  employment: oneOf(employments),
  position: Words,
  duties: Words,
  /** Percent of their working time. */
  share: nullable(Type.Integer({ minimum: 1, maximum: 100 })),
});

const Team = Type.Object({
  members: Type.Array(Member),
  /** Declared: nobody is employed so. */
  none: Type.Array(oneOf(employments)),
});

export const natures = ['quantitative', 'qualitative'] as const;

const Indicator = Type.Object({
  id: Id,
  name: Words,
  nature: oneOf(natures),
  /** The plan's figure as it was written: «Кемінде 10/2». */
  words: Words,
  target: Type.Array(Measure),
});
export type Indicator = Static<typeof Indicator>;

const Activity = Type.Object({
  id: Id,
  title: Words,
  /** Purpose, participants and content, where the title does not say them. */
  description: Line,
  place: Line,
  /** In place of a place, for information work. */
  channel: Line,
  from: Day,
  to: Day,
  indicators: Type.Array(Indicator),
});
export type Activity = Static<typeof Activity>;

export const sections = ['task', 'contract'] as const;
export type Section = (typeof sections)[number];

const Task = Type.Object({
  id: Id,
  section: oneOf(sections),
  title: Words,
  activities: Type.Array(Activity),
});
export type Task = Static<typeof Task>;

export const impactUnits = ['person', 'organisation', 'organisationOrPerson'] as const;

/** The annex's six lines of social impact, in its order. */
export const impactLines = ['direct', 'indirect', 'employees', 'specialists', 'ngos', 'partners'] as const;
export type ImpactLine = (typeof impactLines)[number];

const Impact = Type.Object({
  line: oneOf(impactLines),
  name: Words,
  unit: oneOf(impactUnits),
  value: nullable(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
});

export const Plan = Type.Object({
  general: General,
  team: Team,
  tasks: Type.Array(Task),
  impact: Type.Array(Impact),
});
export type Plan = Static<typeof Plan>;
export type Member = Static<typeof Member>;

export const activitiesOf = (plan: Pick<Plan, 'tasks'>): readonly Activity[] =>
  plan.tasks.flatMap(({ activities }) => activities);

export const indicatorsOf = (plan: Pick<Plan, 'tasks'>): readonly Indicator[] =>
  activitiesOf(plan).flatMap(({ indicators }) => indicators);

export const activityOf = (plan: Pick<Plan, 'tasks'>, id: string): Activity | undefined =>
  activitiesOf(plan).find((each) => each.id === id);

/** An indicator with the activity that it stands in. */
export function indicatorIn(
  plan: Pick<Plan, 'tasks'>,
  id: string,
): { readonly activity: Activity; readonly indicator: Indicator } | null {
  for (const activity of activitiesOf(plan)) {
    const indicator = activity.indicators.find((each) => each.id === id);
    if (indicator) return { activity, indicator };
  }
  return null;
}

/** How much of each a plan has. */
export const planCounts = (plan: Pick<Plan, 'tasks'>) => ({
  tasks: plan.tasks.filter(({ section }) => section === 'task').length,
  sections: plan.tasks.filter(({ section }) => section === 'contract').length,
  activities: activitiesOf(plan).length,
  indicators: indicatorsOf(plan).length,
});
