import { Component, Suspense, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../ui/Notice.tsx";
import { usePainted } from "../ui/usePainted.ts";

/**
 * A part of the page that comes when it is needed. If it cannot be had, the map beside it goes on.
 * @param unasked nobody opened it: it comes after the map has been painted, and nobody is told while it is on its way
 */
export function Panel({ unasked, children }: { readonly unasked?: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const painted = usePainted();
  if (unasked && !painted) return null;
  return (
    <Boundary words={t("ui.panelMissing")}>
      <Suspense fallback={unasked ? null : <OnItsWay />}>{children}</Suspense>
    </Boundary>
  );
}

/** With a network a panel is here in a blink, and a word about it would only flicker. Without one, the person is told. */
function OnItsWay() {
  const { t } = useTranslation();
  if (navigator.onLine) return null;
  return (
    <div className="journey__notice">
      <Notice>{t("ui.panelLater")}</Notice>
    </div>
  );
}

class Boundary extends Component<
  { readonly words: string; readonly children: ReactNode },
  { failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="journey__notice">
        <Notice problem>{this.props.words}</Notice>
      </div>
    );
  }
}
