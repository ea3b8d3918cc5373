import { useTranslation } from "react-i18next";
import { useStates } from "../api/states.ts";
import { ChangeList } from "../features/history/ChangeList.tsx";
import { StatesView } from "../features/states/StatesView.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { BesideTop } from "./BesideTop.tsx";
import "../features/history/history.css";

type Props = { readonly id: string; readonly futureId: string };

/** A journey as it is beside its future state, with what differs in words. */
export default function StatesPage({ id, futureId }: Props) {
  const { t } = useTranslation();
  const states = useStates(id, futureId);
  return (
    <div className="journey">
      <BesideTop title={t("states.title")} back={t("states.back")} href={`/j/${futureId}`} />
      <main className="journey__main states">
        {states.isError && (
          <div className="journey__notice">
            <Notice problem>{states.error.message}</Notice>
          </div>
        )}
        {states.isPending && <Waiting words={t("ui.opening")} />}
        {states.data && (
          <StatesView current={states.data.current} future={states.data.future}>
            <ChangeList changes={states.data.changes} total={states.data.total} />
          </StatesView>
        )}
      </main>
    </div>
  );
}
