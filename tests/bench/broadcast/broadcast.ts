// A broadcast at full rate by the product's own worker process, with people talking to the bot meanwhile, against the
// local Bot API server; what counts is the server's record of arrivals. Bounded by Telegram, so it is no comparison of
// rates: each size runs once a round, and the rivals are asked how many they would send within one sliding second.
import type { Bench, BenchServices } from '../harness/bench.ts';
import { goal, type Report, type Row } from '../harness/report.ts';
import { median } from '../harness/statistics.ts';
import { mostByBullmq, mostByOurs } from './limiters.ts';
import { announce, type Seen } from './ours.ts';

/** A minute at full rate, and a tenth of it. */
const SIZE = 1_800;
const FIFTY_THOUSAND = 50_000;

export const broadcast: Bench = {
  name: 'broadcast',
  what: 'one announcement to many by the worker process at Telegram’s limiter, a talking person beside it',
  run: (services, { rounds, scale }) => measure(services, Math.round(SIZE * scale), rounds, 10),
  smoke: (services) => measure(services, 12, 1, null),
};

/** @param part how often smaller the second size is; null: there is none */
async function measure(
  services: BenchServices,
  size: number,
  rounds: number,
  part: number | null,
): Promise<Report> {
  const small = Math.max(1, Math.round(size / (part ?? 1)));
  const full: Seen[] = [];
  const tenth: Seen[] = [];
  const limited: number[] = [];
  const turns: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    full.push(await announce(services, size));
    if (part !== null) tenth.push(await announce(services, small));
    limited.push(await mostByBullmq(services.redis, Math.min(150, size)));
    turns.push(await mostByOurs(services.redis, Math.min(150, size)));
  }
  const rows = [
    rowOf('Qadam', full, size),
    ...(part === null ? [] : [rowOf('Qadam', tenth, small)]),
    {
      ...blank,
      contender: 'our turns alone, 2 workers',
      size: Math.min(150, size),
      'in a second': Math.max(...turns),
    },
    {
      ...blank,
      contender: 'BullMQ limiter 30/1000 ms, 2 workers',
      size: Math.min(150, size),
      'in a second': Math.max(...limited),
    },
  ];
  const of = (figure: keyof Seen) => median(full.map((seen) => seen[figure]));
  return {
    name: broadcast.name,
    what: broadcast.what,
    rows,
    goals: [
      goal('50,000 in ≤ 28.5 min', minutesFor(of('rate')), { most: 28.5 }),
      goal('≤ 31 in any sliding second', Math.max(...full.map(({ most }) => most)), { most: 31 }),
      goal('a talking person’s reply ≤ 100 ms behind (p99)', of('replyP99'), { most: 100 }),
      goal('≤ 5 % of a core for the worker at full limiter', of('cpu'), { most: 5 }),
    ],
    notes: [
      'CPU %: of the worker process, of one core, everything in it included. Reply: from asking for a turn to Telegram’s answer.',
      'The person who talks writes every ten seconds; each reply takes the room of two notices.',
    ],
  };
}

const minutesFor = (rate: number): number => FIFTY_THOUSAND / rate / 60;

const blank: Row = {
  contender: '',
  size: null,
  'messages/s': null,
  'min for 50,000': null,
  'in a second': null,
  'refused (429)': null,
  'CPU %': null,
  'CPU ms a message': null,
  'reply p50 ms': null,
  'reply p99 ms': null,
  'reply max ms': null,
};

function rowOf(contender: string, all: readonly Seen[], size: number): Row {
  const of = (figure: keyof Seen) => median(all.map((seen) => seen[figure]));
  return {
    ...blank,
    ...{ contender, size, 'messages/s': of('rate'), 'min for 50,000': minutesFor(of('rate')) },
    'in a second': Math.max(...all.map(({ most }) => most)),
    'refused (429)': Math.max(...all.map(({ refused }) => refused)),
    ...{ 'CPU %': of('cpu'), 'CPU ms a message': (of('cpu') * 10) / of('rate') },
    ...{ 'reply p50 ms': of('replyP50'), 'reply p99 ms': of('replyP99') },
    'reply max ms': Math.max(...all.map(({ replyMax }) => replyMax)),
  };
}
