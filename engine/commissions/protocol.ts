// The protocol of a concluded sitting: the same to the byte, whatever the order in which members, conflicts and votes came.
import { createHash } from 'node:crypto';
import { localDate } from '../kernel/calendar.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { text } from '../kernel/message.ts';
import type { Placed } from './places.ts';
import { protocolCase, protocolRanking } from './protocol-cases.ts';
import { questionLines, ruleLines } from './protocol-rule.ts';
import type { Protocol, ProtocolMember } from './protocol-shape.ts';
import type { CommissionRule } from './rule.ts';
import type { Member } from './shapes.ts';
import { type Case, type Commission, questionOf, type Sitting } from './store.ts';

export interface Concluded {
  readonly commission: Commission;
  readonly sitting: Sitting;
  readonly cases: readonly Case[];
  /** Of ranked questions, by the question's id: best first. */
  readonly placings: ReadonlyMap<string, readonly Placed[]>;
  readonly at: Date;
}

export function protocolOf({ commission, sitting, cases, placings, at }: Concluded): Protocol {
  const { rule } = commission;
  const number = sitting.conclusions.length + 1;
  const byId = new Map(cases.map((each) => [each._id, each]));
  const placingOf = new Map([...placings.values()].flat().map((each) => [each.id, each]));
  const listed = [...cases].sort((a, b) => (a._id < b._id ? -1 : 1));
  return {
    format: 'qadam.commission-protocol/1',
    title: text('commissions:protocol.title', { number }),
    ...{ commission: commission._id, purpose: commission.purpose, scope: commission.scope },
    ...{ sitting: sitting._id, number },
    openedOn: localDate(sitting.openedAt),
    concludedOn: localDate(at),
    replaces: replacedBy(sitting),
    composition: { title: text('commissions:protocol.composition'), members: membersOf(commission) },
    rule: {
      ...{ title: text('commissions:protocol.rule.title'), lines: ruleLines(rule) },
      questions: rule.questions.map((question) => ({
        ...{ question: question.id, title: text(question.title), lines: questionLines(question) },
      })),
    },
    cases: {
      title: text('commissions:protocol.cases'),
      list: listed.map((each) =>
        protocolCase(each, questionOf(commission, each.question), placingOf.get(each._id)),
      ),
    },
    rankings: {
      title: text('commissions:protocol.rankings'),
      list: rule.questions.flatMap((question) => {
        const of = placings.get(question.id);
        return of ? [protocolRanking(question, of, byId)] : [];
      }),
    },
  };
}

/** What is kept of a protocol, and what its bytes are known by. */
export function sealed(protocol: Protocol): { readonly protocol: string; readonly hash: string } {
  const written = canonicalJson(protocol);
  return { protocol: written, hash: createHash('sha256').update(written).digest('hex') };
}

/** The conclusion before this one, with what was reopened since. */
function replacedBy({ conclusions, reopenings }: Sitting): Protocol['replaces'] {
  const last = conclusions.at(-1);
  if (!last) return null;
  const reopened = reopenings
    .filter(({ at }) => at >= last.at)
    .map((each) => ({ case: each.case, reason: each.reason }))
    .sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  const replaced = text('commissions:protocol.replaces', { number: last.number });
  return { text: replaced, hash: last.hash, reopened };
}

const membersOf = ({ members, rule, chair }: Commission): ProtocolMember[] =>
  [...members].sort((a, b) => (a.id < b.id ? -1 : 1)).map((member) => memberOf(member, rule, chair));

function memberOf(member: Member, { kinds }: CommissionRule, chair: string | null): ProtocolMember {
  const { person, kind, represents, invitedAt, joinedAt, left } = member;
  return {
    ...{ person, represents, chairs: left === null && person === chair },
    kind: text(kinds.find(({ id }) => id === kind)?.title ?? kind),
    invitedOn: localDate(invitedAt),
    joinedOn: joinedAt === null ? null : localDate(joinedAt),
    leftOn: left === null ? null : localDate(left.at),
    left: left === null ? null : text(`commissions:protocol.left.${left.how}`),
  };
}
