/** What arrives with all of its conditions belongs at a touchpoint, by suggestion; a missing condition asks for nothing. */
export type RoutingRuleRow = {
  id: string;
  journeyId: string;
  touchpointId: string;
  /** Words as they are searched: each in any of its forms. */
  words: string | null;
  theme: string | null;
  channel: string | null;
  /** As the system that sends calls it; it is not kept with the contact. */
  queue: string | null;
  createdBy: string;
  createdAt: number;
};

/** A contact that a rule would put at a touchpoint, until a person says so or otherwise. */
export type SuggestedLinkRow = {
  contactId: string;
  journeyId: string;
  touchpointId: string;
  ruleId: string;
  state: "open" | "confirmed" | "rejected";
  by: string | null;
  at: number;
};

export type IntakeTables = { routingRule: RoutingRuleRow; suggestedLink: SuggestedLinkRow };
