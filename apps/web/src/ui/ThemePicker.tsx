import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "./Button.tsx";
import { chooseTheme, currentTheme, type ThemeChoice } from "./theme.ts";

const NEXT: Readonly<Record<ThemeChoice, ThemeChoice>> = { system: "light", light: "dark", dark: "system" };
const ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

/** Goes round: as the system has it, light, dark. */
export function ThemePicker() {
  const { t } = useTranslation();
  const [theme, setTheme] = useState(currentTheme);
  const Icon = ICONS[theme];
  return (
    <IconButton
      label={t(`ui.theme.${theme}`)}
      onClick={() => {
        chooseTheme(NEXT[theme]);
        setTheme(NEXT[theme]);
      }}
    >
      <Icon size={18} />
    </IconButton>
  );
}
