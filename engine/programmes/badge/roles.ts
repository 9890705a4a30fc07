// The roles that the badge programme brings (§3.3). A participant and a guardian hold none: they are persons.

export const badgeRoles = ['mentor', 'centre-head', 'expert', 'regional-coordinator', 'partner'] as const;
export type BadgeRole = (typeof badgeRoles)[number];
