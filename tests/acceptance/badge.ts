// The acceptance list of the badge programme: its ids only. A test's name holds its id as a whole word.
import { type AcceptanceList, numbered } from '../architecture/checks/acceptance/list.ts';

export const list: AcceptanceList = {
  ids: numbered('B', 118),
  open: [],
  // What part II of the programme brings.
  later: [
    ...['B-39', 'B-44', 'B-46', 'B-47', 'B-48', 'B-49', 'B-72', 'B-73', 'B-83', 'B-91'],
    ...['B-97', 'B-104', 'B-109', 'B-110'],
  ],
};
