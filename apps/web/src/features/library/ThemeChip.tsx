import { useThemes } from "../../api/sources.ts";

/** The name of a theme, with the dot of its colour where it has one; the colour adds nothing that the name does not say. */
export function ThemeChip({ theme }: { readonly theme: string }) {
  const { data: themes = [] } = useThemes();
  return (
    <span className="chip">
      <ThemeDot colour={themes.find((one) => one.theme === theme)?.colour} />
      {theme}
    </span>
  );
}

/** "none" keeps the place of a dot, so that names stand in line. */
export function ThemeDot({ colour }: { readonly colour: string | undefined }) {
  if (colour === undefined) return null;
  if (colour === "none") return <span className="theme-dot" aria-hidden="true" />;
  return <span className="theme-dot" aria-hidden="true" style={{ background: `var(--pen-${colour})` }} />;
}
