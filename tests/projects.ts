// Which test belongs to which Vitest project. A new file belongs to `services` until it is named here: `pure` needs no
// service at all, `system` starts, kills or drives whole processes, and the campaigns are too long for `npm test`.

/** Nothing here may reach a service: the project starts none. */
export const pure: readonly string[] = [
  'tests/architecture/**/*.test.ts',
  'tests/api/exports/formula-safety.test.ts',
  'tests/api/forms/init-data.test.ts',
  'tests/contract/adapters/**/*.test.ts',
  'tests/contract/telegram-server/**/*.test.ts',
  'tests/dialogues/participant/{fields,reasons}.test.ts',
  'tests/dialogues/sensitive.test.ts',
  'tests/dialogues/staff/texts.test.ts',
  'tests/engine/{locales,locales-html}.test.ts',
  'tests/engine/contest/{texts,photos,copied,publication-links}.test.ts',
  'tests/engine/credit/{hours/facts,money/verdict}.test.ts',
  'tests/engine/editions/{faults,typed-names}.test.ts',
  'tests/engine/{kernel,signatures,store}/**/*.test.ts',
  'tests/engine/media/{accept,heic}.test.ts',
  'tests/reliability/faults/proxy.test.ts',
  'tests/reliability/hostile/patterns.test.ts',
  'tests/reliability/model/simulation/**/*.test.ts',
  'tests/reliability/runtime/{apt-sources,deployment,erasure-ledger,logger,ports}.test.ts',
  'tests/reliability/store/lost-writes.test.ts',
  'tests/rules/{diff/**/*,cases,equal,evaluate,explain,parameters,properties}.test.ts',
  'tests/rules/{published-schemas,rejections,rerun,sense,simulation}.test.ts',
];

/** One smoke of each kind in `npm test`; their full counts are in the campaigns. */
export const smokes: readonly string[] = [
  'tests/reliability/story/killed.test.ts',
  'tests/reliability/crash/kill-points.test.ts',
  'tests/reliability/faults/network.test.ts',
  'tests/reliability/model/credit-model.test.ts',
  'tests/reliability/model/broken/broken.test.ts',
  'tests/reliability/hostile/fuzz.test.ts',
  'tests/reliability/runtime/restore.test.ts',
  'tests/e2e/credit-story.browser.test.ts',
];

/** Whole processes, kills and browsers at length: `npm run test:campaigns` alone runs them. */
export const campaigns: readonly string[] = [
  'tests/bench/**/*.test.ts',
  'tests/e2e/**/*.test.ts',
  'tests/reliability/crash/{random-kills,takeover}.test.ts',
  'tests/reliability/deliveries/{shared-rate-limiter,strict-rate-limit}.test.ts',
  'tests/reliability/faults/{redis,silent,silent-rate-limiter}.test.ts',
  'tests/reliability/jobs/redis.test.ts',
  'tests/reliability/quotas/contest.test.ts',
  'tests/reliability/replay/flood.test.ts',
  'tests/reliability/runtime/{backup-at-work,database-away,launcher,metrics,product,stuck}.test.ts',
  'tests/reliability/store/durability.test.ts',
  'tests/reliability/story/deployed.test.ts',
];

/** Those that take more than some five seconds, longest first: the order in which they begin. */
export const longest: readonly string[] = [
  'tests/e2e/credit-story.browser.test.ts',
  'tests/reliability/story/killed.test.ts',
  'tests/reliability/model/credit-model.test.ts',
  'tests/reliability/hostile/fuzz.test.ts',
  'tests/reliability/model/broken/broken.test.ts',
  'tests/reliability/runtime/restore.test.ts',
  'tests/reliability/crash/kill-points.test.ts',
  'tests/reliability/faults/network.test.ts',
  'tests/api/access/matrix.test.ts',
  'tests/reliability/leaks/canary.test.ts',
  'tests/engine/credit/concurrency.test.ts',
  'tests/dialogues/story/grant-story.test.ts',
  'tests/dialogues/story/badge-story.test.ts',
  'tests/dialogues/story/contest-story.test.ts',
  'tests/dialogues/story/credit-story.test.ts',
  'tests/dialogues/rights/erasure.test.ts',
  'tests/dialogues/story/side-stories.test.ts',
];
