import { FONTS, namedColours, PALETTES, type Palette, type Theme } from "@polku/drawing";

export type ThemeChoice = "system" | Theme;

const KEY = "polku.theme";
const CHOICES: readonly ThemeChoice[] = ["system", "light", "dark"];

function variables(palette: Palette): string {
  return namedColours(palette)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join("\n");
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
