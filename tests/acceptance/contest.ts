// The acceptance list of the contest: its ids only. A test's name holds its id as a whole word.
const COUNT = 46;

export const list = {
  ids: Array.from({ length: COUNT }, (_, at) => `C-${String(at + 1).padStart(2, '0')}`),
  /** To be tested before the programme is finished. */
  open: [] as readonly string[],
  later: [] as readonly string[],
};
