import { z } from "zod";

export const me = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["owner", "guest", "token"]),
  colour: z.string(),
});
export type Me = z.infer<typeof me>;

export const personName = z.string().trim().min(1).max(80);

export const meChange = z.object({ name: personName });
export type MeChange = z.infer<typeof meChange>;

export const signIn = z.object({ token: z.string().min(1).max(200) });
export type SignIn = z.infer<typeof signIn>;
