// Qadam as production runs it: several processes of each kind on one MongoDB and one Redis, the API processes behind a
// balancer. For tests that kill them.
import { type Balancer, openBalancer } from './balancer.ts';
import { bundle } from './bundle.ts';
import { type ManagedProcess, manage } from './managed-process.ts';

const sources = {
  api: 'api/main.ts',
  worker: 'bot/worker.ts',
  participant: 'bot/participant.ts',
  staff: 'bot/staff.ts',
} as const;

export type Kind = keyof typeof sources;
export const kinds = Object.keys(sources) as readonly Kind[];

export interface FleetPlan {
  readonly mongodb: string;
  readonly redis: string;
  readonly secretKey: string;
  readonly telegram: { readonly root: string; readonly participant: string; readonly staff: string };
  /** Who takes the updates: the API processes (webhook), or one process of each bot (polling). */
  readonly receives: 'webhook' | 'polling';
  /** Processes of each kind. */
  readonly each: number;
  /** All unless told. */
  readonly kinds?: readonly Kind[];
}

export interface Fleet {
  readonly plan: FleetPlan;
  /** Where the API processes are reached, whichever of them are up. */
  readonly url: string;
  of(kind: Kind): readonly ManagedProcess[];
  readonly all: readonly ManagedProcess[];
  ready(): Promise<void>;
  stop(): Promise<void>;
}

export async function startFleet(plan: FleetPlan): Promise<Fleet> {
  const wanted = plan.kinds ?? kinds;
  const bundles = await bundle(...wanted.map((kind) => sources[kind]));
  const processes = new Map<Kind, ManagedProcess[]>();
  const balancer = await openBalancer(() =>
    (processes.get('api') ?? []).flatMap((each) => each.address() ?? []),
  );
  const env = environment(plan, balancer);
  for (const kind of wanted) {
    const numbered = Array.from({ length: plan.each }, (_, index) =>
      manage({ name: `${kind}-${index + 1}`, file: bundles.of(sources[kind]), env }),
    );
    processes.set(kind, numbered);
  }
  const all = [...processes.values()].flat();
  const ready = async () => void (await Promise.all(all.map((each) => each.ready())));
  await ready();
  return {
    plan,
    url: balancer.url,
    of: (kind) => processes.get(kind) ?? [],
    all,
    ready,
    stop: async () => {
      await Promise.all(all.map((each) => each.stop()));
      await balancer.close();
      bundles.remove();
    },
  };
}

const environment = ({ mongodb, redis, secretKey, telegram, receives }: FleetPlan, { url }: Balancer) => ({
  PORT: '0',
  MONGODB_URI: mongodb,
  REDIS_URL: redis,
  SECRET_KEY: secretKey,
  ADMIN_API_KEY: 'an-operators-key-that-only-tests-use',
  // The story moves the clock of all processes.
  DEMO: '1',
  TELEGRAM_API_ROOT: telegram.root,
  PARTICIPANT_BOT_TOKEN: telegram.participant,
  STAFF_BOT_TOKEN: telegram.staff,
  // These people are faster than fingers, and their clock is the real one.
  TAP_PAUSE: '0',
  LOG_LEVEL: process.env.STORY_LOG ?? 'silent',
  ...(receives === 'webhook' ? { PUBLIC_URL: url } : {}),
});
