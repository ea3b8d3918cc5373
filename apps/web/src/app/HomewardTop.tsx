import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { LanguagePicker } from "../ui/LanguagePicker.tsx";
import { ThemePicker } from "../ui/ThemePicker.tsx";

type Props = {
  /** What else can be done here, last in the row. */
  readonly children?: ReactNode;
};

/** The head of a page that one comes to from the list of journeys, with the way back there. */
export function HomewardTop({ children }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page__top">
      <Link className="button button--quiet" href="/">
        <ArrowLeft size={18} />
        {t("topbar.home")}
      </Link>
      <div className="page__tools">
        <ThemePicker />
        <LanguagePicker />
        {children}
      </div>
    </div>
  );
}
