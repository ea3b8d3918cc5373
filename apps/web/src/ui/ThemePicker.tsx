import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "./Button.tsx";
import { chooseTheme, currentTheme, type ThemeChoice } from "./theme.ts";

const NEXT: Readonly<Record<ThemeChoice, ThemeChoice>> = { system: "light", light: "dark", dark: "system" };
const ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

/** Goes round: as the system has it, light, dark. `named`: with its words beside the icon. */
export function ThemePicker({ named }: { readonly named?: boolean }) {
  const { t } = useTranslation();
  const [theme, setTheme] = useState(currentTheme);
  const Icon = ICONS[theme];
  const next = (): void => {
    chooseTheme(NEXT[theme]);
    setTheme(NEXT[theme]);
  };
  if (named)
    return (
      <Button look="quiet" icon={<Icon size={18} />} onClick={next}>
        {t(`ui.theme.${theme}`)}
      </Button>
    );
  return (
    <IconButton label={t(`ui.theme.${theme}`)} onClick={next}>
      <Icon size={18} />
    </IconButton>
  );
}
