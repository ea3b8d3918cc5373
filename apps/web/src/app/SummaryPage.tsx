import { useTranslation } from "react-i18next";
import SummaryView from "../features/summary/SummaryView.tsx";
import { BesideMap } from "./BesideMap.tsx";

/** What came of the workshops of one journey. */
export default function SummaryPage({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <BesideMap id={id} title={t("summary.title")} back={t("summary.back")} className="summary-page">
      <SummaryView journeyId={id} />
    </BesideMap>
  );
}
