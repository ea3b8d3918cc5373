import type { MemberRole } from "@polku/protocol";
import { setEmail, setPassword } from "../accounts/credentials.ts";
import { spendInvitation } from "../accounts/invitations.ts";
import { addMember, findPersonByEmail } from "../accounts/members.ts";
import { refuseGuessable } from "../accounts/guessablePassword.ts";
import { makeId } from "../accounts/secrets.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import type { InvitationRow } from "../storage/memberTables.ts";

type Joining = { name: string; email: string; password?: string };

/**
 * Makes somebody with an invitation a member and answers their id. Throws `account.emailTaken` and `account.passwordGuessable` before anything is made, and
 * `invitation.unknown` when somebody else was faster; then nobody has a new right.
 */
export async function joinWorkspace(
  services: Pick<Services, "db" | "clock" | "accounts">,
  invitation: InvitationRow & { role: MemberRole },
  { name, email, password }: Joining,
): Promise<string> {
  const { db, clock, accounts } = services;
  if ((await findPersonByEmail(db, email)) !== undefined) throw new Problem("account.emailTaken");
  if (password !== undefined) refuseGuessable(password, { name, email });
  const id = makeId();
  if (!(await spendInvitation(db, clock, invitation.id, id))) throw new Problem("invitation.unknown");
  await accounts.sessions.make({ id, name, kind: "member" });
  await setEmail(db, id, email);
  if (password !== undefined) await setPassword(db, clock, id, password);
  await addMember(db, clock, { userId: id, role: invitation.role, invitedBy: invitation.createdBy });
  return id;
}
