/** Why something was erased. One of these and never a text: a text could say what was erased. */
export const eraseReasons = ["request", "consent", "retention", "mistake", "other"] as const;
export type EraseReason = (typeof eraseReasons)[number];
