// `rules simulate`: what a change would do to people. Offline, on people of a file, between two states of the rules; on a
// running system, by one of its drafts on everyone there is.
import { setTimeout as pause } from 'node:timers/promises';
import type { LocalDate } from '../../kernel/calendar.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Facts } from '../facts.ts';
import { ruleBookFrom } from '../load.ts';
import { type Simulation, type Subject, simulate, type Tally } from '../simulation.ts';
import { parseFile } from './options.ts';
import type { Report } from './report.ts';
import { askAt, readRules } from './where.ts';

const LOOK_AGAIN_MS = 200;

export interface Offline {
  readonly set: string;
  readonly on: LocalDate;
  /** File: a JSON list of `{ person, region, facts }`. */
  readonly people: string;
  readonly from: string;
  readonly to: string;
}

export async function simulateFile({ set, on, people, from, to }: Offline): Promise<Report> {
  const [before, after] = [await bookAt(from), await bookAt(to)];
  const subjects = readPeople(people);
  const faults = subjects.flatMap(({ person, facts }) =>
    before.catalogue.problems(facts).map(({ pointer, hint }) => `${person}${pointer}: ${hint}`),
  );
  if (faults.length > 0) throw new AppError('invalid-input', `${people}: ${faults.slice(0, 5).join('; ')}`);
  const batches = (async function* () {
    yield subjects;
  })();
  const sides = { before: before.compiled(set, on), after: after.compiled(set, on) };
  return reportOf(await simulate({ ...sides, subjects: batches }));
}

const bookAt = async (where: string) => ruleBookFrom((await readRules(where)).sources);

/** @param progress hears how many are judged */
export async function simulateDraft(
  { set, draft, address }: { readonly set: string; readonly draft: string; readonly address: string },
  progress: (judged: number) => void,
): Promise<Report> {
  const ask = askAt(address);
  const drafts = `/rule-sets/${set}/drafts/${draft}`;
  let now = await ask(`${drafts}/simulate`, {});
  while (now.state === 'running') {
    progress(Number(now.judged));
    await pause(LOOK_AGAIN_MS);
    now = await ask(`${drafts}/simulations/${String(now.id)}`);
  }
  if (now.state !== 'done') throw new AppError('invalid-input', `the simulation is ${String(now.state)}`);
  return reportOf(now.result as Simulation);
}

function readPeople(file: string): readonly Subject[] {
  const content: unknown = parseFile(file);
  if (!Array.isArray(content)) throw new AppError('invalid-input', `${file}: give a list of people`);
  return content.map((each: Partial<Subject>, at) => ({
    person: each.person ?? String(at),
    region: each.region ?? null,
    facts: (each.facts ?? {}) as Facts,
  }));
}

const reportOf = (simulation: Simulation): Report => ({
  lines: [
    line('all', simulation.all),
    ...Object.entries(simulation.regions).map(([region, tally]) => line(region, tally)),
    ...(['gain', 'lose', 'move'] as const).flatMap((kind) =>
      simulation.examples[kind].map(
        ({ person, before, after }) =>
          `${kind} ${person}: ${before.outcome} ${before.percent} % -> ${after.outcome} ${after.percent} %${reasons(after)}`,
      ),
    ),
  ],
  json: simulation,
  sound: true,
});

const reasons = ({ reasons: found }: { readonly reasons: readonly { readonly code: string }[] }): string =>
  found.length === 0 ? '' : ` (${found.map(({ code }) => code).join(', ')})`;

const line = (name: string, { total, gain, lose, move, before, after, meanMove }: Tally): string =>
  `${name}: ${total} people, ${gain} gain, ${lose} lose, ${move} move (${meanMove} points on average); met ${before.met} -> ${after.met}`;
