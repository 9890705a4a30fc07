// How often each campaign runs: briefly within `npm test`, at length with `npm run test:long`, `npm run test:crash`.

interface Counts {
  readonly short: number;
  readonly long: number;
}

const counts = {
  /** Runs of the model of the credit programme beside the product. */
  modelRuns: { short: 500, long: 10_000 },
  /** Random orders of the seat's saga, without a database. */
  sagaSimulations: { short: 100_000, long: 1_000_000 },
  /** Random orders of forms and answers of four accounts with two numbers. */
  joinings: { short: 12, long: 500 },
  /** Named points before and after writes at which a process is killed. */
  killPoints: { short: 6, long: 1_000 },
  /** How often each of those points is gone through, in other company each time. */
  killPointRounds: { short: 1, long: 2 },
  /** Processes, engine and Redis killed at random under load. */
  randomKills: { short: 6, long: 280 },
  /** By webhook, and by polling. */
  loads: { short: 1, long: 2 },
  /** Kills in the middle of the whole credit story. */
  storyKills: { short: 8, long: 24 },
  /** By polling, and by webhook. */
  killedStories: { short: 1, long: 2 },
  /** SIGKILLs of the engine under writes whose acknowledgements are counted. */
  engineKills: { short: 2, long: 10 },
  /** Hostile requests, messages, updates and forms. */
  hostileInputs: { short: 2_000, long: 50_000 },
  /** Contents of drafts that nobody means well. */
  hostileDrafts: { short: 300, long: 5_000 },
  /** Ends of the network that die in silence: all at once, then each by itself. */
  silentEnds: { short: 1, long: 4 },
  /** What may be the matter with a Redis that is alive. */
  redisTroubles: { short: 3, long: 5 },
  /** Faults of the network under load. */
  networkFaults: { short: 6, long: 220 },
  /** People judged by both evaluators, by generated rule sets. */
  ruleVerdicts: { short: 20_000, long: 800_000 },
  /** People counted in the database beside the evaluator. */
  pushedVerdicts: { short: 40_000, long: 400_000 },
  /** Words of one chat at once, as many old taps, and a tenth as many photos. */
  flood: { short: 200, long: 1_000 },
} as const satisfies Readonly<Record<string, Counts>>;

const isLong = process.env.LONG === '1';

export const countOf = (campaign: keyof typeof counts): number => counts[campaign][isLong ? 'long' : 'short'];
