import { hasPassword } from "../accounts/credentials.ts";
import { invitationFor, personInvitedAs } from "../accounts/invitations.ts";
import type { Linking, Oidc, OidcPerson } from "../accounts/oidc.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { joinWorkspace } from "./joinWorkspace.ts";

/**
 * Who here the person is whom the provider has named: known by their identity, else whoever is invited now to an address that the provider has
 * verified. No address opens an account that somebody has a way into: only they link it, from inside (`linkOidc`). Throws `signIn.linkFirst`
 * where there is such an account, and `signIn.notInvited` for everybody else.
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
    (await broughtHalfWay(services, oidc, email)) ?? (await joinInvited(services, email, person.name));
  if (!(await oidc.keep(person, userId))) throw new Problem("signIn.oidcFailed");
  return userId;
}

/** Somebody who was made a member by this very way and whose identity was not kept, for the server ended in between: nobody can enter there. */
async function broughtHalfWay(
  { db }: Pick<Services, "db">,
  oidc: Oidc,
  email: string,
): Promise<string | undefined> {
  const present = await personInvitedAs(db, email);
  if (present === undefined) return undefined;
  const hasWayIn = (await hasPassword(db, present)) || (await oidc.linkedTo(present)) !== undefined;
  if (hasWayIn) throw new Problem("signIn.linkFirst");
  return present;
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

/**
 * Links the provider's account to the person who asked for it in this very session, whatever address either has. Throws `signIn.oidcFailed`
 * when somebody else is signed in by now, `account.oidcTaken` when it is somebody else's, `account.oidcLinked` when they have another one.
 */
export async function linkOidc(
  oidc: Oidc,
  person: OidcPerson,
  linkTo: Linking,
  present: { readonly id: string; readonly session?: string | undefined },
): Promise<void> {
  if (present.id !== linkTo.userId || present.session !== linkTo.session || present.session === undefined)
    throw new Problem("signIn.oidcFailed");
  const holder = await oidc.personOf(person);
  if (holder === linkTo.userId) return;
  if (holder !== undefined) throw new Problem("account.oidcTaken");
  if ((await oidc.linkedTo(linkTo.userId)) !== undefined) throw new Problem("account.oidcLinked");
  if (!(await oidc.keep(person, linkTo.userId))) throw new Problem("account.oidcTaken");
}
