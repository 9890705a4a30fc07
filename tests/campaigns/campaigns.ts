// What `npm run test:campaigns` runs, one after the other: every test at its full count. Data alone.

export interface Campaign {
  readonly name: string;
  readonly tests: readonly string[];
  /** Seconds below which it cannot say anything: with less time left it is not begun. */
  readonly least: number;
}

export const campaigns: readonly Campaign[] = [
  { name: 'model', tests: ['tests/reliability/model'], least: 20 },
  { name: 'hostile', tests: ['tests/reliability/hostile'], least: 30 },
  { name: 'killed-stories', tests: ['tests/reliability/story'], least: 60 },
  { name: 'kill-points', tests: ['tests/reliability/crash/kill-points'], least: 20 },
  { name: 'random-kills', tests: ['tests/reliability/crash/random-kills'], least: 40 },
  { name: 'takeover', tests: ['tests/reliability/crash/takeover'], least: 20 },
  { name: 'durability', tests: ['tests/reliability/store'], least: 20 },
  { name: 'network', tests: ['tests/reliability/faults/network'], least: 30 },
  {
    name: 'silence',
    tests: ['tests/reliability/faults/silent', 'tests/reliability/faults/proxy'],
    least: 30,
  },
  { name: 'redis', tests: ['tests/reliability/faults/redis', 'tests/reliability/jobs/redis'], least: 40 },
  { name: 'rate-limit', tests: ['tests/reliability/deliveries'], least: 20 },
  { name: 'replay', tests: ['tests/reliability/replay'], least: 20 },
  {
    name: 'start',
    tests: ['tests/reliability/runtime', 'tests/api/server/health'],
    least: 90,
  },
  {
    name: 'rules',
    tests: ['tests/rules', 'tests/engine/credit/population', 'tests/engine/people/joining-property'],
    least: 20,
  },
  { name: 'seats', tests: ['tests/engine/credit/concurrency'], least: 15 },
  { name: 'votes', tests: ['tests/engine/contest/many-votes'], least: 90 },
  { name: 'channels', tests: ['tests/dialogues/story', 'tests/dialogues/rights'], least: 60 },
  { name: 'browser', tests: ['tests/e2e'], least: 90 },
  { name: 'benchmarks', tests: ['tests/bench'], least: 40 },
];

/** The areas of tests/mutation, each as a campaign of its own: Stryker in the place of one run of the tests. */
export const MUTATION_LEAST = 240;
