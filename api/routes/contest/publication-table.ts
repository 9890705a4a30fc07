// The columns of exported publications.
import type { publicationSeenBy } from '../../../engine/programmes/contest/programme.ts';
import { plainText } from '../../../locales/texts.ts';
import type { Table } from '../../exports/table.ts';

type Publication = Awaited<ReturnType<typeof publicationSeenBy>>;

export const publicationTable: Table<Publication> = {
  name: 'publications',
  columns: [
    { title: 'contest-public:export.published-on', of: ({ publishedOn }) => publishedOn },
    { title: 'contest-public:export.title', of: ({ title }) => title },
    {
      title: 'contest-public:export.subject',
      of: ({ subject }, language) => plainText({ key: `contest-public:subject.${subject}` }, language),
    },
    {
      title: 'contest-public:export.channel',
      of: ({ channel }, language) => plainText({ key: `contest-public:channel.${channel}` }, language),
    },
    { title: 'contest-public:export.link', of: ({ link }) => link },
    { title: 'contest-public:export.place', of: ({ place }) => place },
    { title: 'contest-public:export.publisher', of: ({ publisher }) => publisher },
    { title: 'contest-public:export.withdrawn', of: ({ withdrawn }) => withdrawn?.reason ?? null },
  ],
};
