import type { Oidc, OidcPerson } from "../accounts/oidc.ts";
import { invitationFor, personInvitedAs } from "../accounts/invitations.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { joinWorkspace } from "./joinWorkspace.ts";

/**
 * Who here the person is whom the provider has named: known by their identity, else the member who was invited to an address that the
 * provider has verified, else whoever is invited to it now. An address that somebody wrote into their own account proves nothing. Throws `signIn.notInvited` for everybody else.
 */
export async function signInByOidc(
  services: Pick<Services, "db" | "clock" | "accounts">,
  oidc: Oidc,
  person: OidcPerson,
): Promise<string> {
  const known = await oidc.personOf(person);
  if (known !== undefined) return known;
  const { email } = person;
  if (email === undefined) throw new Problem("signIn.notInvited");
  const userId =
    (await personInvitedAs(services.db, email)) ?? (await joinInvited(services, email, person.name));
  await oidc.keep(person, userId);
  return userId;
}

async function joinInvited(
  services: Pick<Services, "db" | "clock" | "accounts">,
  email: string,
  name: string | undefined,
): Promise<string> {
  const invitation = await invitationFor(services.db, services.clock, email);
  if (invitation === undefined) throw new Problem("signIn.notInvited");
  return joinWorkspace(services, invitation, { name: (name ?? email).slice(0, 80), email });
}
