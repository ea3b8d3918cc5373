/** Whose change a transaction is: ours in this window. Undo and "saving" look at it. */
export type SessionOrigin = { readonly kind: "session"; readonly journeyId: string };
