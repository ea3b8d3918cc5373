import type { LaneKind } from "@polku/journey";

/** The kinds of lanes that can be added, by what they tell of. Every kind stands in one group. */
export const LANE_GROUPS = {
  customer: [
    "customer_action",
    "thinking",
    "touchpoint",
    "emotion",
    "expectation",
    "pain",
    "dramatic_arc",
    "storyboard",
  ],
  insight: ["evidence", "promise", "opportunity", "measure"],
  service: [
    "physical_evidence",
    "frontstage",
    "backstage",
    "support_process",
    "system",
    "actor",
    "employee_emotion",
  ],
  lines: ["line_of_interaction", "line_of_visibility", "line_of_internal_interaction"],
  own: ["custom"],
} as const satisfies Readonly<Record<string, readonly LaneKind[]>>;

/** Kinds that a map shows once: a second one would draw the same things again. */
export const ONCE: readonly LaneKind[] = ["touchpoint", "emotion", "evidence", ...LANE_GROUPS.lines];
