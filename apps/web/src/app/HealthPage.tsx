import { useTranslation } from "react-i18next";
import { Exposure } from "../features/exposure/Exposure.tsx";
import HealthView from "../features/health/HealthView.tsx";
import { BesideMap } from "./BesideMap.tsx";

/** What one journey rests on, live: the numbers follow the map. */
export default function HealthPage({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <BesideMap id={id} title={t("health.title")} back={t("health.back")} className="health-page">
      <HealthView more={<Exposure />} />
    </BesideMap>
  );
}
