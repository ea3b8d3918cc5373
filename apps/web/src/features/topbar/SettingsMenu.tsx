import { Columns2, Footprints, Keyboard, Settings2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { LanguagePicker } from "../../ui/LanguagePicker.tsx";
import { ThemePicker } from "../../ui/ThemePicker.tsx";

/** How this window speaks and looks, and its keys: what one sets once and then needs no more; the walk; and a future state. */
export default function SettingsMenu({
  onKeys,
  onWalk,
  onFuture,
  children,
}: {
  readonly onKeys: () => void;
  readonly onWalk: () => void;
  /** Null for who may not make journeys. */
  readonly onFuture: (() => void) | null;
  /** What is said of the journey itself. */
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <DialogTrigger>
      <AriaButton className="button button--quiet button--icon" aria-label={t("topbar.settings")}>
        <Settings2 size={18} />
      </AriaButton>
      <Popover placement="bottom end" className="topbar__popover">
        <Dialog className="topbar__settings" aria-label={t("topbar.settings")}>
          {({ close }) => (
            <>
              <LanguagePicker />
              <ThemePicker named />
              <Button
                look="quiet"
                icon={<Footprints size={18} />}
                onClick={() => {
                  close();
                  onWalk();
                }}
              >
                {t("walk.title")}
              </Button>
              {onFuture && (
                <Button
                  look="quiet"
                  icon={<Columns2 size={18} />}
                  onClick={() => {
                    close();
                    onFuture();
                  }}
                >
                  {t("states.make")}
                </Button>
              )}
              <Button
                look="quiet"
                icon={<Keyboard size={18} />}
                onClick={() => {
                  close();
                  onKeys();
                }}
              >
                {t("keys.title")}
              </Button>
              <div className="topbar__journey">{children}</div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
