// The metrics of one process, in Prometheus' form: Node's own, turns of the chat, calls to Telegram, and, where a
// database is given, what waits there. Opened by every process; the API serves them at /metrics, the others by listen.ts.
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { StoreContext } from '../../store/context.ts';
import { measureBacklog } from './backlog.ts';
import { measureTelegramCalls } from './telegram-calls.ts';

export interface Metrics {
  readonly contentType: string;
  /** The text of a scrape. */
  read(): Promise<string>;
  /** Counts a turn of the chat. */
  turned(desk: string, seconds: number): void;
  /** What the relay has carried since the start, asked at each scrape. */
  relay(counts: () => { readonly carried: number; readonly failed: number }): void;
}

export interface MetricsParts {
  /** Node's own figures: not where another registry of the process has them. */
  readonly node: boolean;
  /** Where the backlog is looked at; by one kind of process at least. */
  readonly ctx: StoreContext | null;
}

export function openMetrics({ node, ctx }: MetricsParts): Metrics {
  const registry = new Registry();
  if (node) collectDefaultMetrics({ register: registry });
  if (ctx) measureBacklog(registry, ctx);
  measureTelegramCalls(registry);
  const turns = new Histogram({
    name: 'qadam_turn_seconds',
    help: 'How long an update takes from its turn to its answer.',
    labelNames: ['desk'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  return {
    contentType: registry.contentType,
    read: () => registry.metrics(),
    turned: (desk, seconds) => turns.observe({ desk }, seconds),
    relay: (counts) => {
      new Counter({
        name: 'qadam_relay_items_total',
        help: 'Events and audit records taken out of outboxes, by how it went.',
        labelNames: ['outcome'],
        registers: [registry],
        collect() {
          this.reset();
          const { carried, failed } = counts();
          this.inc({ outcome: 'carried' }, carried);
          this.inc({ outcome: 'failed' }, failed);
        },
      });
    },
  };
}
