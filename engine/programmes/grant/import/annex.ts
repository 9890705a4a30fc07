// The annex as a JSON file: the sample that ships is one. Its blocks keep the source's own kinds of targets; read-annex.ts
// makes a plan of it.
import Type, { type Static } from 'typebox';
import { nullable, oneOf } from '../../../store/model.ts';
import { comparators } from '../plan/measure.ts';
import { natures, sections } from '../plan/shape.ts';
import { units } from '../plan/units.ts';
import { Words } from '../plan/words.ts';

const Value = Type.Integer({ minimum: 1, maximum: 1_000_000_000 });
const Subject = Type.Optional(Type.String());
const Unit = oneOf(units);
const maybeExact = Type.Optional(oneOf(comparators));

const Simple = Type.Object({
  kind: oneOf(['atLeast', 'exact', 'document', 'views', 'percent'] as const),
  comparator: maybeExact,
  value: Value,
  unit: Unit,
  subject: Subject,
  per: Type.Optional(oneOf(['list'] as const)),
});

const Based = Type.Object({
  kind: oneOf(['perParticipant', 'perDay', 'perMonth'] as const),
  comparator: maybeExact,
  value: Value,
  unit: Unit,
  subject: Subject,
  base: Type.Optional(Type.Object({ participants: Type.Optional(nullable(Value)) })),
});

const Composite = Type.Object({
  kind: oneOf(['composite'] as const),
  parts: Type.Array(Simple, { minItems: 2, maxItems: 5 }),
});

/** Told apart by its kind, so that a fault is named where it is. */
export const AnnexTarget = Type.Unsafe<
  Static<typeof Simple> | Static<typeof Based> | Static<typeof Composite>
>({
  type: 'object',
  required: ['kind'],
  discriminator: { propertyName: 'kind' },
  oneOf: [Simple, Based, Composite],
});
export type AnnexTarget = Static<typeof AnnexTarget>;
export type AnnexMeasure = Static<typeof Simple> | Static<typeof Based>;

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Term = Type.Object({ start: Day, end: Day });
const Reference = Type.Optional(Type.Object({ number: nullable(Type.String()), date: nullable(Day) }));
const Member = Type.Object({
  position: Words,
  duties: Words,
  share: Type.Object({ percent: Type.Integer({ minimum: 1, maximum: 100 }) }),
});

const AnnexIndicator = Type.Object({
  id: Type.String(),
  name: Words,
  nature: oneOf(natures),
  plan: Words,
  parsed: AnnexTarget,
});

const AnnexActivity = Type.Object({
  id: Type.String(),
  title: Words,
  description: Type.Optional(Words),
  place: Type.Optional(Words),
  channel: Type.Optional(Words),
  deadline: Term,
  indicators: Type.Array(AnnexIndicator),
});

export const Annex = Type.Object({
  application: Reference,
  contract: Reference,
  blockI: Type.Object({
    grantee: Words,
    priorityDirection: Words,
    theme: Words,
    goal: Words,
    territory: Type.Interface([Words], { regionCode: Type.Optional(Type.String()) }),
    targetGroup: Words,
    period: Term,
    expectedResults: Type.Array(
      Type.Interface([Words], {
        no: Type.Integer({ minimum: 1 }),
        parsed: Type.Array(Simple),
        carriedBy: Type.Array(Type.String()),
      }),
    ),
    partners: Type.Object({
      items: Type.Array(
        Type.Interface([Words], { no: Type.Integer({ minimum: 1 }), branches: Type.Optional(Value) }),
      ),
    }),
  }),
  blockII: Type.Object({ staff: Type.Array(Member), contracted: Type.Array(Member) }),
  blockIII: Type.Object({
    tasks: Type.Array(
      Type.Object({
        id: Type.String(),
        section: oneOf(sections),
        title: Words,
        activities: Type.Array(AnnexActivity),
      }),
    ),
  }),
  blockIV: Type.Array(
    Type.Object({
      no: Type.Integer({ minimum: 1, maximum: 6 }),
      parsed: Type.Object({ value: Type.Integer({ minimum: 0 }) }),
    }),
  ),
});
export type Annex = Static<typeof Annex>;
