// The situations in which the figures of a version are fixed: a day, and a value for each fact that keys a table.
import type { LocalDate } from '../../../kernel/calendar.ts';
import { parameterOnLeft, parametersOf } from '../../conditions.ts';
import { isTable, usedValues } from '../../parameters.ts';
import type { FactDefinition } from '../../schema/fact-file.ts';
import type { LeafDefinition, VersionDefinition } from '../../schema/rule-set-file.ts';
import type { LeafContext } from '../leaf-context.ts';
import { domainOf, type FactDomain, type Right } from './fact-domain.ts';

export interface Situation {
  readonly on: LocalDate;
  /** «credit.targetHours 20», where a table is read by it. */
  readonly keys: string;
  readonly known: ReadonlyMap<string, FactDomain>;
  /** What a leaf compares with; undefined where that hangs on another fact. */
  right(leaf: LeafDefinition): Right | undefined;
  /** What a leaf compares; undefined where that is a parameter or a sum. */
  fact(leaf: LeafDefinition): FactDefinition | undefined;
}

/** @param last the version's last day; undefined when nothing ends it */
export function situationsOf(
  version: VersionDefinition,
  last: LocalDate | undefined,
  context: LeafContext,
): readonly Situation[] {
  const { programme, parameters, catalogue } = context;
  const references = parametersOf(version);
  const begun = references.flatMap(({ param }) =>
    usedValues(parameters.definition(programme, param)).map(({ from }) => from),
  );
  const days = [...new Set([version.from, ...begun])].filter(
    (day) => day >= version.from && (last === undefined || day <= last),
  );
  const keys = [...new Set(references.flatMap(({ by }) => (by === undefined ? [] : [by])))];
  const choices = combinations(keys.map((name) => [name, valuesOf(catalogue.definition(name))] as const));
  return days.sort().flatMap((on) => choices.map((chosen) => situation(on, chosen, context)));
}

type Chosen = ReadonlyMap<string, Right>;

function situation(
  on: LocalDate,
  chosen: Chosen,
  { programme, parameters, catalogue }: LeafContext,
): Situation {
  const known = new Map(
    [...chosen].flatMap(([name, value]) => {
      const definition = catalogue.definition(name);
      const domain = definition && domainOf(definition).narrowed('is', value);
      return domain ? [[name, domain] as const] : [];
    }),
  );
  return {
    on,
    keys: [...chosen].map(([name, value]) => `${name} ${value}`).join(', '),
    known,
    fact: (leaf) =>
      parameterOnLeft(leaf.fact) === null && leaf.params === undefined
        ? catalogue.definition(leaf.fact)
        : undefined,
    right: ({ value }) => {
      if (typeof value !== 'object') return value;
      if (!('param' in value)) return undefined;
      const figure = parameters.find(programme, value.param, on)?.value;
      if (figure === undefined || Array.isArray(figure)) return undefined;
      if (!isTable(figure)) return figure;
      return value.by === undefined ? undefined : figure[String(chosen.get(value.by))];
    },
  };
}

const valuesOf = (definition: FactDefinition | undefined): readonly Right[] => {
  if (definition?.type === 'bool') return [true, false];
  return definition !== undefined && 'values' in definition ? (definition.values ?? []) : [];
};

function combinations(facts: readonly (readonly [string, readonly Right[]])[]): readonly Chosen[] {
  return facts.reduce<readonly Chosen[]>(
    (chosen, [name, values]) =>
      chosen.flatMap((each) => values.map((value) => new Map([...each, [name, value]]))),
    [new Map()],
  );
}
