// Makes a plan of an annex in JSON. What is not of its shape is named at once, each with its place, value and a hint.
import { Ajv } from 'ajv';
import { blankPlan } from '../plan/blank.ts';
import { type Measure, measureOf } from '../plan/measure.ts';
import { impactLines, type Plan } from '../plan/shape.ts';
import type { Words } from '../plan/words.ts';
import { Annex, type AnnexMeasure, type AnnexTarget } from './annex.ts';
import { type Imported, type ImportFault, importFault } from './imported.ts';

// Names every fault, where typebox's own check stops at the eighth.
const isAnnex = new Ajv({ allErrors: true, discriminator: true, strict: false }).compile<Annex>(Annex);

export function readAnnex(json: unknown): Imported {
  if (isAnnex(json)) return { plan: planOf(json), faults: [] };
  return { plan: null, faults: faultsIn(json) };
}

/** One for each place: what is missing and what is wrong are said once. */
function faultsIn(json: unknown): readonly ImportFault[] {
  const byPlace = new Map<string, ImportFault>();
  for (const { instancePath, message = '', params } of isAnnex.errors ?? []) {
    const missing = 'missingProperty' in params ? `/${params.missingProperty}` : '';
    const pointer = `${instancePath}${missing}` || '/';
    const allowed = 'allowedValues' in params ? `: ${params.allowedValues.join(', ')}` : '';
    const value = valueAt(json, pointer);
    const fault =
      missing === ''
        ? importFault(pointer, value, 'not-so', { rule: `${message}${allowed}` })
        : importFault(pointer, value, 'empty');
    if (!byPlace.has(pointer)) byPlace.set(pointer, fault);
  }
  return [...byPlace.values()];
}

const valueAt = (json: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, step) =>
        typeof value === 'object' && value !== null && step !== '' ? Reflect.get(value, step) : value,
      json,
    );

function planOf(annex: Annex): Plan {
  return {
    general: generalOf(annex),
    team: {
      members: [
        ...annex.blockII.staff.map((each, at) => memberOf(each, 'staff', `s${at + 1}`)),
        ...annex.blockII.contracted.map((each, at) => memberOf(each, 'contract', `c${at + 1}`)),
      ],
      none: [],
    },
    tasks: annex.blockIII.tasks.map(({ id, section, title, activities }) => ({
      ...{ id, section, title: plain(title) },
      activities: activities.map(activityOf),
    })),
    impact: blankPlan().impact.map((each) => ({ ...each, value: impactOf(annex, each.line) })),
  };
}

function generalOf({ blockI, application, contract }: Annex): Plan['general'] {
  const { territory, period } = blockI;
  const blank = { number: null, date: null };
  return {
    grantee: plain(blockI.grantee),
    direction: plain(blockI.priorityDirection),
    theme: plain(blockI.theme),
    goal: plain(blockI.goal),
    territory: plain(territory),
    region: territory.regionCode?.replace(/^KZ-/, '') ?? null,
    targetGroup: plain(blockI.targetGroup),
    ...{ from: period.start, to: period.end },
    results: blockI.expectedResults.map((each) => ({
      ...{ no: each.no, words: plain(each), carriedBy: each.carriedBy },
      wants: each.parsed.map(simple),
    })),
    partners: blockI.partners.items.map((each) => ({
      ...{ no: each.no, words: plain(each), branches: each.branches ?? null },
    })),
    application: application ?? blank,
    contract: contract ?? blank,
  };
}

const memberOf = (
  { position, duties, share }: Annex['blockII']['staff'][number],
  employment: 'staff' | 'contract',
  id: string,
) => ({ id, employment, position: plain(position), duties: plain(duties), share: share.percent });

function activityOf(activity: Annex['blockIII']['tasks'][number]['activities'][number]) {
  const { id, title, description, place, channel, deadline, indicators } = activity;
  return {
    ...{ id, title: plain(title), from: deadline.start, to: deadline.end },
    description: description ? plain(description) : null,
    place: place ? plain(place) : null,
    channel: channel ? plain(channel) : null,
    indicators: indicators.map((each) => ({
      ...{ id: each.id, name: plain(each.name), nature: each.nature, words: plain(each.plan) },
      target: targetOf(each.parsed),
    })),
  };
}

const targetOf = (target: AnnexTarget): Measure[] =>
  target.kind === 'composite' ? target.parts.map(simple) : [simple(target)];

const PER = { perParticipant: 'participant', perDay: 'day', perMonth: 'month' } as const;

function simple(measure: AnnexMeasure): Measure {
  const { kind, value, unit, subject = null } = measure;
  const comparator = kind === 'atLeast' || kind === 'exact' ? kind : (measure.comparator ?? 'exact');
  if (kind === 'perParticipant' || kind === 'perDay' || kind === 'perMonth')
    return measureOf({
      comparator,
      value,
      unit,
      subject,
      per: PER[kind],
      base: measure.base?.participants ?? null,
    });
  return measureOf({
    comparator,
    value,
    unit,
    subject,
    per: 'per' in measure ? (measure.per ?? null) : null,
  });
}

const impactOf = ({ blockIV }: Annex, line: (typeof impactLines)[number]): number | null =>
  blockIV.find(({ no }) => impactLines[no - 1] === line)?.parsed.value ?? null;

/** The languages alone, without what else stands beside them. */
const plain = ({ kk, ru, en }: Words): Words => ({
  ...(kk !== undefined && { kk }),
  ...(ru !== undefined && { ru }),
  ...(en !== undefined && { en }),
});
