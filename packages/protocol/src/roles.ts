/** What a person may be in a journey, from most to least. */
export const roles = ["owner", "editor", "participant", "commenter", "viewer"] as const;

export type Role = (typeof roles)[number];

/** What a member of the workspace may be; it holds in every journey. */
export const memberRoles = ["owner", "editor", "viewer"] as const satisfies readonly Role[];

export type MemberRole = (typeof memberRoles)[number];

/** True when the first role may do everything that the second may. */
export function isAtLeast(role: Role, other: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(other);
}

/** True for the roles whose changes to the map are taken in. */
export function mayEditMap(role: Role): boolean {
  return role === "owner" || role === "editor";
}
