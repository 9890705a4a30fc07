// How often each random or repeated test runs: briefly within `npm test`, in full with `npm run test:campaigns`.
import { inCampaign } from './campaign.ts';

interface Counts {
  readonly smoke: number;
  readonly full: number;
}

const counts = {
  /** Runs of the model of the credit programme beside the product. */
  modelRuns: { smoke: 100, full: 10_000 },
  /** Random orders of the seat's saga, without a database. */
  sagaSimulations: { smoke: 20_000, full: 1_000_000 },
  /** Random orders of forms and answers of four accounts with two numbers. */
  merges: { smoke: 6, full: 500 },
  /** People with nasty names and words who are erased beside others with the same. */
  erasedNames: { smoke: 4, full: 100 },
  /** Named points before and after writes at which a process is killed. */
  killPoints: { smoke: 1, full: 1_000 },
  /** How often each of those points is gone through, in other company each time. */
  killPointRounds: { smoke: 1, full: 2 },
  /** Processes, engine and Redis killed at random under load. */
  randomKills: { smoke: 6, full: 280 },
  /** By webhook, and by polling. */
  loads: { smoke: 1, full: 2 },
  /** Kills in the middle of the whole credit story. */
  storyKills: { smoke: 3, full: 24 },
  /** By polling, and by webhook. */
  killedStories: { smoke: 1, full: 2 },
  /** SIGKILLs of the engine under writes whose acknowledgements are counted. */
  engineKills: { smoke: 2, full: 10 },
  /** Hostile requests, messages, updates and forms. */
  hostileInputs: { smoke: 300, full: 50_000 },
  /** Contents of drafts that nobody means well. */
  hostileDrafts: { smoke: 60, full: 5_000 },
  /** Ends of the network that die in silence: all at once, then each by itself. */
  silentEnds: { smoke: 1, full: 4 },
  /** What may be the matter with a Redis that is alive. */
  redisTroubles: { smoke: 3, full: 5 },
  /** Faults of the network under load. */
  networkFaults: { smoke: 1, full: 220 },
  /** People judged by both evaluators, by generated rule sets. */
  ruleVerdicts: { smoke: 4_000, full: 800_000 },
  /** People counted in the database beside the evaluator. */
  pushedVerdicts: { smoke: 8_000, full: 400_000 },
  /** Bookings at once of a tenth as many seats. */
  crowd: { smoke: 200, full: 1_000 },
  /** Two states of the rules, compared. */
  ruleChanges: { smoke: 40, full: 400 },
  /** People who satisfy everything, looked for by lint's own judgement. */
  senseOfRules: { smoke: 40, full: 400 },
  /** Words of one chat at once, as many old taps, and a tenth as many photos. */
  flood: { smoke: 200, full: 1_000 },
} as const satisfies Readonly<Record<string, Counts>>;

export const countOf = (what: keyof typeof counts): number => counts[what][inCampaign ? 'full' : 'smoke'];
