import { FONTS, PALETTES, type Palette, type Theme } from "@polku/drawing";

export type ThemeChoice = "system" | Theme;

const KEY = "polku.theme";
const CHOICES: readonly ThemeChoice[] = ["system", "light", "dark"];

function variables(palette: Palette): string {
  const { feeling, onFeeling, note, pen, ...plain } = palette;
  const lines = Object.entries(plain).map(([name, value]) => `--${name}: ${value};`);
  for (const step of [-2, -1, 0, 1, 2] as const) {
    lines.push(`--feeling${step}: ${feeling[step]};`, `--on-feeling${step}: ${onFeeling[step]};`);
  }
  for (const [name, value] of Object.entries(note)) lines.push(`--note-${name}: ${value};`);
  for (const [name, value] of Object.entries(pen)) lines.push(`--pen-${name}: ${value};`);
  return lines.join("\n");
}

/** The look as CSS variables, from the same data that draws the exported files. Paper is light, whatever the window is. */
function sheetText(): string {
  const dark = variables(PALETTES.dark);
  return `
    :root { ${variables(PALETTES.light)} --sans: "${FONTS.sans} Variable", system-ui, sans-serif; --serif: "${FONTS.serif} Variable", Georgia, serif; color-scheme: light; }
    @media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${dark} color-scheme: dark; } }
    @media screen { :root[data-theme="dark"] { ${dark} color-scheme: dark; } }
  `;
}

function remembered(): ThemeChoice {
  try {
    const value = localStorage.getItem(KEY);
    return CHOICES.find((one) => one === value) ?? "system";
  } catch {
    return "system";
  }
}

function show(choice: ThemeChoice): void {
  if (choice === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
}

/** Puts the look in place before anything is drawn. */
export function startTheme(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(sheetText());
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  show(remembered());
}

export function currentTheme(): ThemeChoice {
  return remembered();
}

export function chooseTheme(choice: ThemeChoice): void {
  show(choice);
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // A private window: the choice lasts as long as the page.
  }
}
