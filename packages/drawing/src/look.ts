import type { ShapeColour } from "@polku/journey";

/**
 * The look as data (design note "Nordic paper, pencil and ink"): the web app makes its CSS variables from it
 * and the painter of files uses the same. Pencil is what we assume; ink is what we know.
 */

/** A step of the feeling scale, −2..2. It is never shown by colour alone: see `symbols.ts` for its shapes. */
export type FeelingStep = -2 | -1 | 0 | 1 | 2;

export type Theme = "light" | "dark";

/** The colours of a theme, as #rrggbb. */
export interface Palette {
  readonly paper: string;
  /** What lies on the paper: cards, panels. */
  readonly surface: string;
  /** A tint of the paper for stage bands and headings. */
  readonly tint: string;
  readonly ink: string;
  readonly muted: string;
  /** Pencil strokes: lighter than ink, still readable as a graphic (≥ 3 : 1). */
  readonly pencil: string;
  readonly hairline: string;
  /** Hairlines that only guide: within the emotion lane, between lanes. */
  readonly guide: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly feeling: Readonly<Record<FeelingStep, string>>;
  /** Text upon each feeling colour. */
  readonly onFeeling: Readonly<Record<FeelingStep, string>>;
  /** The paper of notes: ink on each has at least 7 : 1. */
  readonly note: Readonly<Record<ShapeColour, string>>;
  /** The ink of arrows, frames and drawings: at least 3 : 1 on paper. None is near rust or teal, which are feelings. */
  readonly pen: Readonly<Record<ShapeColour, string>>;
}

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: "#FAF8F4",
    surface: "#FFFFFF",
    tint: "#F1EDE5",
    ink: "#1E2126",
    muted: "#5A6068",
    pencil: "#7D7F83",
    hairline: "#8C867B",
    guide: "#E4DED3",
    accent: "#3949AB",
    onAccent: "#FFFFFF",
    feeling: { [-2]: "#9C3D0A", [-1]: "#C9732F", 0: "#77726A", 1: "#36998F", 2: "#075E54" },
    onFeeling: { [-2]: "#FFFFFF", [-1]: "#1E2126", 0: "#FFFFFF", 1: "#1E2126", 2: "#FFFFFF" },
    note: {
      yellow: "#FBEFB9",
      green: "#E0ECC9",
      blue: "#D9E7F6",
      rose: "#F8DCE2",
      violet: "#E8E0F6",
      grey: "#EAE7E1",
    },
    pen: {
      yellow: "#8A6D00",
      green: "#4C6B1F",
      blue: "#2F6FB3",
      rose: "#B83A70",
      violet: "#7C4FC4",
      grey: "#5A6068",
    },
  },
  dark: {
    paper: "#15171B",
    surface: "#1E2127",
    tint: "#1B1E23",
    ink: "#ECEAE4",
    muted: "#A9AFB8",
    pencil: "#868B93",
    hairline: "#6E737B",
    guide: "#2C3037",
    accent: "#9FA8FF",
    onAccent: "#15171B",
    feeling: { [-2]: "#FF9A62", [-1]: "#E3A877", 0: "#A8A399", 1: "#6CC5B8", 2: "#5EEAD4" },
    onFeeling: { [-2]: "#15171B", [-1]: "#15171B", 0: "#15171B", 1: "#15171B", 2: "#15171B" },
    note: {
      yellow: "#4A4223",
      green: "#36452A",
      blue: "#26405A",
      rose: "#55303B",
      violet: "#41355C",
      grey: "#383B41",
    },
    pen: {
      yellow: "#E5CC6A",
      green: "#A9C77C",
      blue: "#8DBBEA",
      rose: "#F0A0BD",
      violet: "#C3A6F5",
      grey: "#A9AFB8",
    },
  },
};

/** Each colour with the name that style sheets know it by, without the dashes before it: `["ink", "#1E2126"]`, `["feeling-2", "#9C3D0A"]`. */
export function namedColours(palette: Palette): readonly (readonly [name: string, colour: string])[] {
  const { feeling, onFeeling, note, pen, ...plain } = palette;
  const under = (prefix: string, colours: Readonly<Record<string, string>>) =>
    Object.entries(colours).map(([key, colour]) => [`${prefix}${key}`, colour] as const);
  return [
    ...under("", plain),
    ...under("feeling", { ...feeling }),
    ...under("on-feeling", { ...onFeeling }),
    ...under("note-", note),
    ...under("pen-", pen),
  ];
}

function byName<Key extends PropertyKey>(
  colours: Readonly<Record<Key, string>>,
  prefix = "",
): Record<Key, string> {
  const entries = Object.keys(colours).map((key) => [key, `var(--${prefix}${key})`]);
  return Object.fromEntries(entries) as Record<Key, string>;
}

const { feeling, onFeeling, note, pen, ...plain } = PALETTES.light;

/** The colours by their names: what is drawn with it looks as the page does in which it lies, light or dark. */
export const PAGE_PALETTE: Palette = {
  ...byName(plain),
  feeling: byName(feeling, "feeling"),
  onFeeling: byName(onFeeling, "on-feeling"),
  note: byName(note, "note-"),
  pen: byName(pen, "pen-"),
};

/**
 * Other people's colours (cursors, selections): eight hues of equal lightness, none near rust or teal; white text on each has at least
 * 5 : 1, and the name always stands beside.
 */
export const PEOPLE_COLOURS: readonly string[] = [
  "#4A5FCB",
  "#B83A70",
  "#2F6FB3",
  "#7C4FC4",
  "#5E6E1F",
  "#A443AC",
  "#585C99",
  "#96436B",
];

export const FONTS = {
  sans: "Inter",
  serif: "Source Serif 4",
} as const;

/** Type sizes in px: 12 · 13 · 14 · 16 · 20 · 28 · 40. */
export const TYPE = {
  label: 12,
  small: 13,
  body: 14,
  panel: 16,
  quote: 18,
  heading: 20,
  title: 28,
  walk: 40,
} as const;

/** Line height as a multiple of the type size. */
export const LEADING = { tight: 1.25, body: 1.4, quote: 1.35 } as const;

/** The 4 px grid, and what is made of it. */
export const SPACE = {
  unit: 4,
  cardRadius: 8,
  /** An unofficial touchpoint's rounder outline. */
  unofficialRadius: 20,
  chipRadius: 999,
  hairline: 1,
} as const;

/** Line weights in px. */
export const STROKE = { hairline: 1, icon: 1.5, pencil: 1.5, team: 2, evidence: 3 } as const;

/** Dashes of pencil strokes and of spans without points. */
export const DASH = { pencil: "5 4", gap: "2 6", expectation: "1 6", late: "16 7" } as const;

/** Motion in ms; `prefers-reduced-motion` makes it none. */
export const MOTION = { quick: 120, calm: 200 } as const;

/** The nearest step of the scale to a valence −2..2; halves go away from 0, so a mild pain is not drawn as neutral. */
export function feelingStep(v: number): FeelingStep {
  const size = Math.min(2, Math.floor(Math.abs(v) + 0.5));
  if (size === 0) return 0;
  if (size === 1) return v < 0 ? -1 : 1;
  return v < 0 ? -2 : 2;
}
