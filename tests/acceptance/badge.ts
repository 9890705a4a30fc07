// The acceptance list of the badge programme: its ids only. A test's name holds its id as a whole word.
import { type AcceptanceList, numbered } from '../architecture/checks/acceptance/list.ts';

export const list: AcceptanceList = {
  ids: numbered('B', 118),
  open: [
    ...['B-45', 'B-63', 'B-66', 'B-67', 'B-68', 'B-69', 'B-74', 'B-75', 'B-76', 'B-77', 'B-78', 'B-80'],
    ...['B-81', 'B-84', 'B-85', 'B-86', 'B-87', 'B-108', 'B-111'],
  ],
  // What part II of the programme brings.
  later: [
    ...['B-28', 'B-29', 'B-39', 'B-44', 'B-46', 'B-47', 'B-48', 'B-49', 'B-72', 'B-73', 'B-83', 'B-91'],
    ...['B-97', 'B-104', 'B-109', 'B-110'],
  ],
};
