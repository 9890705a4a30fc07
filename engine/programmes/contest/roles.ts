// The roles of the contest: whose account sees what. Members of commissions are no roles: they belong to their commission.
export const roles = ['college-officer', 'education-department', 'holding'] as const;
export type ContestRole = (typeof roles)[number];
