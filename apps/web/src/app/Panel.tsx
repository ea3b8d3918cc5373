import { Component, Suspense, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../ui/Notice.tsx";

/** A part of the page that comes when it is needed. If it cannot be had, the map beside it goes on. */
export function Panel({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Boundary words={t("ui.panelMissing")}>
      <Suspense fallback={null}>{children}</Suspense>
    </Boundary>
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
