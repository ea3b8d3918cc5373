import type { LaneKind } from "../lane.ts";

/**
 * Sets of lanes that teams know by name, from top to bottom (ux §1; the blueprint after Shostack and Kingman-Brundage: interaction,
 * visibility and internal interaction part what the customer, the front, the back and the support do).
 */
export const LANE_TEMPLATES = {
  journey: [
    "customer_action",
    "thinking",
    "touchpoint",
    "emotion",
    "evidence",
    "expectation",
    "pain",
    "opportunity",
  ],
  blueprint: [
    "physical_evidence",
    "customer_action",
    "touchpoint",
    "line_of_interaction",
    "frontstage",
    "line_of_visibility",
    "backstage",
    "line_of_internal_interaction",
    "support_process",
    "system",
  ],
  feedback: ["touchpoint", "emotion", "evidence", "expectation", "promise", "dramatic_arc", "opportunity"],
  employee: [
    "actor",
    "touchpoint",
    "frontstage",
    "thinking",
    "employee_emotion",
    "pain",
    "backstage",
    "system",
    "opportunity",
  ],
} as const satisfies Readonly<Record<string, readonly LaneKind[]>>;

export type LaneTemplate = keyof typeof LANE_TEMPLATES;

export const LANE_TEMPLATE_NAMES = Object.keys(LANE_TEMPLATES) as LaneTemplate[];
