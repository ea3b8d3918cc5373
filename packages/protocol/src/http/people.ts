import { z } from "zod";

export const me = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["owner", "member", "guest", "token"]),
  colour: z.string(),
  /** The address and password one signs in with; guests and tokens have none. */
  email: z.string().nullable(),
  /** What one may in every journey; null for guests, whose roles hold in single journeys. */
  role: z.string().nullable(),
  hasPassword: z.boolean(),
  /** Whether signing in by password asks for a code too. */
  secondFactor: z.boolean(),
});
export type Me = z.infer<typeof me>;

export const personName = z.string().trim().min(1).max(80);
export const personEmail = z.email().max(200);
/** Long enough that guessing it is hopeless; nothing else is asked of it. */
export const newPassword = z.string().min(12).max(200);

/** A code of the second factor, or a recovery code, as somebody types it. */
const code = z.string().max(40);

/** Changing the address needs the password, when there is one, and the second factor. */
export const meChange = z.object({
  name: personName.optional(),
  email: personEmail.optional(),
  password: z.string().max(200).optional(),
  code: code.optional(),
});
export type MeChange = z.infer<typeof meChange>;

export const passwordChange = z.object({
  before: z.string().max(200).optional(),
  password: newPassword,
  code: code.optional(),
});
export type PasswordChange = z.infer<typeof passwordChange>;

export const signIn = z.object({ token: z.string().min(1).max(200) });
export type SignIn = z.infer<typeof signIn>;

export const passwordSignIn = z.object({
  email: z.string().min(1).max(200),
  password: z.string().min(1).max(200),
  code: code.optional(),
});
export type PasswordSignIn = z.infer<typeof passwordSignIn>;

/** Proof that it is the person and not only their open browser. */
export const ownProof = z.object({ password: z.string().max(200), code: code.optional() });
export type OwnProof = z.infer<typeof ownProof>;

export const factorState = z.object({
  on: z.boolean(),
  since: z.iso.datetime().nullable(),
  codesLeft: z.number().int(),
});
export type FactorState = z.infer<typeof factorState>;

/** What an app on a phone takes in: as an address for a picture, and to be typed. Told once. */
export const begunFactor = z.object({ secret: z.string(), url: z.string() });
export type BegunFactor = z.infer<typeof begunFactor>;

export const factorCode = z.object({ code });

/** Codes for whoever has lost the phone, each good once. Told once. */
export const recoveryCodes = z.object({ codes: z.array(z.string()), ended: z.number().int() });
export type RecoveryCodes = z.infer<typeof recoveryCodes>;

/** As `ownProof`, for whoever may have no password yet. */
export const linkProof = ownProof.partial();
export type LinkProof = z.infer<typeof linkProof>;

/** The OpenID provider's page to which the browser goes on. */
export const providerPage = z.object({ url: z.url() });
export type ProviderPage = z.infer<typeof providerPage>;

/** `account` is what the provider called it when it was linked: an address it had verified, or a name. */
export const linkedAccount = z.object({
  linked: z
    .object({ issuer: z.string(), account: z.string().nullable(), since: z.iso.datetime() })
    .nullable(),
});
export type LinkedAccount = z.infer<typeof linkedAccount>;

/** The ways in beside links: `oidc` is true where the workspace has an OpenID provider. */
export const signInWays = z.object({ oidc: z.boolean() });
export type SignInWays = z.infer<typeof signInWays>;
