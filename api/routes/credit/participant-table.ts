// The columns of exported participants: what their list shows, in words.
import type { Language } from '../../../engine/kernel/languages.ts';
import { regionOf } from '../../../engine/kernel/regions.ts';
import type { ListedParticipant } from '../../../engine/programmes/credit/programme.ts';
import type { Table } from '../../exports/table.ts';

/** @param universityNames by id */
export const participantTable = (
  universityNames: ReadonlyMap<string, Readonly<Record<Language, string>>>,
): Table<ListedParticipant> => ({
  name: 'participants',
  columns: [
    { title: 'exports:participant.id', of: ({ _id }) => _id },
    { title: 'exports:participant.name', of: ({ name }) => name },
    {
      title: 'exports:participant.region',
      of: ({ region }, language) => (region === null ? null : (regionOf(region)?.[language] ?? region)),
    },
    {
      title: 'exports:participant.university',
      of: ({ student }, language) =>
        student && (universityNames.get(student.universityId)?.[language] ?? student.universityId),
    },
    { title: 'exports:participant.year', of: ({ student }) => student?.year ?? null },
  ],
});
