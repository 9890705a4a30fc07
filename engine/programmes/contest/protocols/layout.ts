// A commission's protocol as a document: members and whom they represent, the rule, every nominee with the scores, the order and
// the decision. A pure function of the kept protocol and of names: the order in which anything arrived is not in it.
import type { Protocol, ProtocolCase, ProtocolRanking } from '../../../commissions/protocol-shape.ts';
import type { Block, Layout, Words } from '../../../documents/layout.ts';
import { type Text, text } from '../../../kernel/message.ts';

export interface Named {
  /** Of members and nominees, by person; whoever is erased has none. */
  readonly people: ReadonlyMap<string, string>;
  /** The nominee of a case, by subject. */
  readonly nominees: ReadonlyMap<string, string>;
  /** Text keys of criteria, by id. */
  readonly criteria: ReadonlyMap<string, string>;
}

export interface Head {
  readonly year: number;
  /** Which commission this is. */
  readonly place: Text;
  /** SHA-256 (hex) of the kept protocol. */
  readonly hash: string;
}

const UNKNOWN = '—';

export function protocolLayout(protocol: Protocol, head: Head, named: Named): Layout {
  const { openedOn, concludedOn, replaces } = protocol;
  return {
    title: protocol.title,
    page: { size: 'A4', orientation: 'portrait' },
    header: text('contest-protocol:header', { year: head.year }),
    footer: `SHA-256 ${head.hash}`,
    numbered: true,
    blocks: [
      { kind: 'title', text: protocol.title, align: 'center' },
      { kind: 'paragraph', text: head.place, align: 'center', emphasis: 'strong' },
      { kind: 'paragraph', text: text('contest-protocol:held', { openedOn, concludedOn }), align: 'center' },
      ...(replaces ? replacedBlocks(replaces) : []),
      ...compositionBlocks(protocol, named),
      ...ruleBlocks(protocol),
      ...rankingBlocks(protocol, named),
      ...caseBlocks(protocol, named),
      signatures(protocol, named),
    ],
  };
}

const heading = (words: Words): Block => ({ kind: 'title', level: 2, text: words });
const line = (words: Words): Block => ({ kind: 'paragraph', text: words });

const replacedBlocks = ({ text: said, reopened }: NonNullable<Protocol['replaces']>): readonly Block[] => [
  line(said),
  ...reopened.map(({ reason }) => line(text('contest-protocol:reopened', { reason }))),
];

const nameOf = ({ people }: Named, person: string): string => people.get(person) ?? UNKNOWN;
const nomineeOf = ({ nominees }: Named, subject: string): string => nominees.get(subject) ?? UNKNOWN;

function compositionBlocks({ composition }: Protocol, named: Named): readonly Block[] {
  return [
    heading(composition.title),
    {
      kind: 'table',
      columns: [
        { title: text('contest-protocol:column.member'), share: 3 },
        { title: text('contest-protocol:column.kind'), share: 2 },
        { title: text('contest-protocol:column.represents'), share: 3 },
        { title: text('contest-protocol:column.term'), share: 2 },
      ],
      rows: composition.members.map(({ person, kind, represents, joinedOn, leftOn }) => [
        ...[nameOf(named, person), kind, represents],
        termOf(joinedOn, leftOn),
      ]),
    },
  ];
}

function termOf(joined: string | null, left: string | null): Words {
  if (joined === null) return text('contest-protocol:term.invited');
  return left === null
    ? text('contest-protocol:term.since', { joined })
    : text('contest-protocol:term.until', { joined, left });
}

const ruleBlocks = ({ rule }: Protocol): readonly Block[] => [
  heading(rule.title),
  ...rule.lines.map(line),
  ...rule.questions.flatMap(({ title, lines }): readonly Block[] => [
    { kind: 'paragraph', text: title, emphasis: 'strong' },
    ...lines.map(line),
  ]),
];

const rankingBlocks = ({ rankings }: Protocol, named: Named): readonly Block[] => [
  heading(rankings.title),
  ...rankings.list.flatMap((each) => rankingTable(each, named)),
];

function rankingTable({ rows }: ProtocolRanking, named: Named): readonly Block[] {
  const columns = [
    { title: text('contest-protocol:column.rank'), align: 'right' as const },
    { title: text('contest-protocol:column.nominee'), share: 4 },
    { title: text('contest-protocol:column.total'), align: 'right' as const },
    { title: text('contest-protocol:column.decision'), share: 3 },
  ];
  const broken = rows.filter(({ brokenBy }) => brokenBy !== null);
  return [
    {
      ...{ kind: 'table' as const, columns },
      rows: rows.map(({ rank, subject, total, outcome }) => [
        ...[String(rank), nomineeOf(named, subject), total.shown, outcome],
      ]),
    },
    ...broken.flatMap(({ subject, brokenBy }): readonly Block[] => [
      { kind: 'paragraph', text: nomineeOf(named, subject), emphasis: 'quiet' },
      ...(brokenBy ? [line(brokenBy)] : []),
    ]),
  ];
}

const caseBlocks = ({ cases }: Protocol, named: Named): readonly Block[] => [
  heading(cases.title),
  ...cases.list.flatMap((each) => caseTable(each, named)),
];

function caseTable(found: ProtocolCase, named: Named): readonly Block[] {
  const { subject, recused, voters, counts, total, criteria, outcome } = found;
  const ids = criteria.map(({ criterion }) => criterion);
  const titleOf = (id: string): Words => {
    const title = named.criteria.get(id);
    return title === undefined ? id : text(title);
  };
  const scoreOf = (scores: ProtocolCase['voters'][number]['scores'], id: string): string =>
    String(scores.find(({ criterion }) => criterion === id)?.score ?? UNKNOWN);
  const table: Block = {
    kind: 'table',
    columns: [
      { title: text('contest-protocol:column.member'), share: 3 },
      { title: text('contest-protocol:column.part'), share: 2 },
      ...ids.map((id) => ({ title: titleOf(id), align: 'right' as const, share: 2 })),
      { title: text('contest-protocol:column.total'), align: 'right' },
    ],
    rows: voters.map((each) => [
      ...[nameOf(named, each.person), each.part],
      ...ids.map((id) => scoreOf(each.scores, id)),
      each.total?.shown ?? UNKNOWN,
    ]),
  };
  return [
    { kind: 'title', level: 3, text: nomineeOf(named, subject) },
    ...(voters.length > 0 ? [table] : []),
    ...recused.flatMap(({ person, ground }) => [line(nameOf(named, person)), line(ground)]),
    ...counts.map(line),
    ...(total ? [line(text('contest-protocol:total', { total: total.shown }))] : []),
    { kind: 'paragraph', text: outcome, emphasis: 'strong' },
  ];
}

const signatures = ({ composition }: Protocol, named: Named): Block => ({
  kind: 'signatures',
  places: composition.members
    .filter(({ joinedOn, leftOn }) => joinedOn !== null && leftOn === null)
    .map(({ person, kind }) => ({ role: kind, name: nameOf(named, person) })),
});
