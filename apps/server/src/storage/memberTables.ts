/** Somebody who works here: what they may in every journey. Moments are ms since 1970. */
export type WorkspaceMemberRow = {
  userId: string;
  role: string;
  joinedAt: number;
  invitedBy: string;
  suspendedAt: number | null;
};

/** A one-time way to become a member. `email` is who it was meant for, when that was said. */
export type InvitationRow = {
  id: string;
  secretHash: string;
  role: string;
  email: string | null;
  createdBy: string;
  createdAt: number;
  expiresAt: number;
  usedAt: number | null;
  usedBy: string | null;
  revokedAt: number | null;
};

type CredentialRow = { userId: string; passwordHash: string; changedAt: number };

/**
 * A second factor: its secret, sealed with a key that comes from the workspace's own; it counts once it is confirmed. `lastCounter` is the
 * step of 30 s whose code was used last: none is good twice.
 */
type SecondFactorRow = {
  userId: string;
  secret: Uint8Array;
  createdAt: number;
  confirmedAt: number | null;
  lastCounter: number;
};

/** A code for whoever has lost their second factor, as a keyed hash; good once. */
type RecoveryCodeRow = { userId: string; codeHash: string; usedAt: number | null };

/** By whom another identity provider knows somebody; `account` is what it called them then, to be shown. */
type OidcIdentityRow = {
  issuer: string;
  subject: string;
  userId: string;
  createdAt: number;
  account: string | null;
};

/** What the sign-in library keeps of a session; we read it and remove it. */
type SessionRow = {
  id: string;
  token: string;
  userId: string;
  createdAt: string;
  updatedAt: string;
  expiresAt: string;
  ipAddress: string | null;
  userAgent: string | null;
};

/** Somebody who chose that the others see how many customers they have met. */
export type ExposureRow = { personId: string; since: number };

export type MemberTables = {
  exposure: ExposureRow;
  workspaceMember: WorkspaceMemberRow;
  invitation: InvitationRow;
  credential: CredentialRow;
  secondFactor: SecondFactorRow;
  recoveryCode: RecoveryCodeRow;
  oidcIdentity: OidcIdentityRow;
  session: SessionRow;
};
