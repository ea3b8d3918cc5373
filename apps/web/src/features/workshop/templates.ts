import type { TFunction } from "i18next";
import type { AgendaStep } from "../../api/workshop.ts";

type Shape = Pick<AgendaStep, "minutes" | "tool"> &
  Partial<Pick<AgendaStep, "anonymous" | "dots" | "voteOn" | "asksHuman" | "asksFeeling" | "hear">>;

/** The agendas that ship, by the keys of their words in i18n. The first is the demo's own workshop. */
export const TEMPLATES = {
  listening: {
    opener: { minutes: 10, tool: "write", asksHuman: true },
    believe: { minutes: 12, tool: "draw" },
    listen: { minutes: 15, tool: "listen" },
    react: { minutes: 5, tool: "write", asksFeeling: true },
    place: { minutes: 25, tool: "map" },
    compare: { minutes: 15, tool: "map" },
    ideate: { minutes: 10, tool: "write" },
    vote: { minutes: 8, tool: "vote", dots: 3, voteOn: "notes" },
    close: { minutes: 20, tool: "map" },
  },
  research: {
    scope: { minutes: 10, tool: "map" },
    read: { minutes: 20, tool: "map" },
    place: { minutes: 30, tool: "map" },
    curve: { minutes: 20, tool: "map" },
    gaps: { minutes: 8, tool: "write" },
    vote: { minutes: 5, tool: "vote", dots: 3, voteOn: "notes" },
  },
  assumptions: {
    hunt: { minutes: 12, tool: "write" },
    risk: { minutes: 6, tool: "vote", dots: 3, voteOn: "notes" },
    check: { minutes: 15, tool: "map" },
  },
  clinic: {
    open: { minutes: 15, tool: "map" },
    broken: { minutes: 10, tool: "write" },
    vote: { minutes: 6, tool: "vote", dots: 3, voteOn: "notes" },
    tell: { minutes: 15, tool: "map" },
  },
  future: {
    keep: { minutes: 8, tool: "write" },
    wish: { minutes: 10, tool: "write" },
    map: { minutes: 35, tool: "map" },
    vote: { minutes: 7, tool: "vote", dots: 3, voteOn: "touchpoints" },
  },
} as const satisfies Record<string, Record<string, Shape>>;

/** What a step is when nothing is said about it. */
export const PLAIN = {
  anonymous: true,
  dots: 3,
  voteOn: "touchpoints",
  asksHuman: false,
  asksFeeling: false,
  hear: 0,
} as const satisfies Partial<AgendaStep>;

export type TemplateName = keyof typeof TEMPLATES;
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as TemplateName[];

/** An agenda's steps in the reader's language. */
export function stepsOf(t: TFunction, name: TemplateName): AgendaStep[] {
  const words = t(`workshop.templates.${name}.steps`, { returnObjects: true }) as Record<string, string[]>;
  const shapes: Record<string, Shape> = TEMPLATES[name];
  return Object.entries(shapes).map(([id, shape]) => ({
    id,
    title: words[id]?.[0] ?? id,
    instruction: words[id]?.[1] ?? "",
    ...PLAIN,
    ...shape,
  }));
}
