import { setTouchpoint } from "@polku/journey";
import { Plus, Waypoints, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useSearch } from "wouter";
import { type JourneyEntry, useJourneys } from "../../api/journeys.ts";
import { addressBy, cameBy, useMakeJourneyBelow, wayTo } from "../../api/levels.ts";
import { useMe } from "../../api/people.ts";
import { currentLanguage } from "../../i18n/language.ts";
import { useCanEdit, useCommand, useJourney, useSession } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { SelectField } from "../../ui/Field.tsx";
import { Group } from "../../ui/Group.tsx";
import { tell } from "../../ui/Toasts.tsx";
import { Tool } from "../../ui/Tool.tsx";
import "./levels.css";

/** The journey that looks at a touchpoint more closely: chosen, made, opened. */
export function LeadsTo({ touchpointId }: { readonly touchpointId: string }) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const run = useCommand();
  const { journeyId } = useSession();
  const leadsTo = useJourney((view) => view.touchpoints.get(touchpointId)?.leadsTo ?? null);
  const { data: journeys } = useJourneys();
  if (!journeys || (leadsTo === null && !canEdit)) return null;
  const target = journeys.find(({ id }) => id === leadsTo);
  const lead = (to: string | null): void => void run(setTouchpoint, { touchpointId, set: { leadsTo: to } });
  const summary =
    leadsTo === null ? undefined : target ? target.title || t("journey.untitled") : t("levels.unseenShort");
  return (
    <Group name="leads" title={t("levels.title")} opened={leadsTo !== null} summary={summary}>
      {leadsTo !== null && (
        <p className="leads">
          <Waypoints size={16} aria-hidden="true" />
          {target ? <Target journey={target} /> : <span>{t("levels.unseen")}</span>}
          {canEdit && !target && (
            <Tool label={t("levels.take")} onClick={() => lead(null)}>
              <X size={15} />
            </Tool>
          )}
        </p>
      )}
      {canEdit && (leadsTo === null || target) && (
        <SelectField
          label={t("levels.choose")}
          value={leadsTo ?? ""}
          options={[{ value: "", label: t("levels.nowhere") }, ...choices(journeys, journeyId, leadsTo)].map(
            ({ value, label }) => ({ value, label: label || t("journey.untitled") }),
          )}
          onChange={(value) => lead(value === "" ? null : value)}
        />
      )}
      {canEdit && leadsTo === null && (
        <>
          <MakeBelow touchpointId={touchpointId} />
          <p className="leads__hint">{t("levels.hint")}</p>
        </>
      )}
    </Group>
  );
}

/** What can be chosen: the journeys in this reader's language of the sample, by name, without the open one. */
function choices(journeys: readonly JourneyEntry[], journeyId: string, chosen: string | null) {
  return journeys
    .filter(({ id, sample, lang, archived }) => {
      if (id === journeyId) return false;
      return id === chosen || (!archived && (!sample || lang === currentLanguage()));
    })
    .map(({ id, title }) => ({ value: id, label: title }))
    .toSorted((a, b) => a.label.localeCompare(b.label, currentLanguage()));
}

function Target({ journey }: { readonly journey: JourneyEntry }) {
  const { t } = useTranslation();
  const { journeyId } = useSession();
  const came = cameBy(useSearch());
  const { data = [] } = useJourneys();
  const way = [...wayTo(data, journeyId, came).map((one) => one.journey.id), journeyId];
  return (
    <>
      <Link href={addressBy(way, journey.id)}>
        {t("levels.open", { title: journey.title || t("journey.untitled") })}
      </Link>
      <span className="chip">{t("levels.short", { level: journey.level })}</span>
    </>
  );
}

/** A new journey, named after the touchpoint and a level further down. */
function MakeBelow({ touchpointId }: { readonly touchpointId: string }) {
  const { t } = useTranslation();
  const session = useSession();
  const run = useCommand();
  const [, go] = useLocation();
  const { data: me } = useMe();
  const make = useMakeJourneyBelow();
  if (me?.role !== "owner") return null;
  const begin = (): void => {
    const { meta, touchpoints } = session.view();
    const title = (touchpoints.get(touchpointId)?.title || t("touchpoint.untitled")).slice(0, 200);
    make.mutate(
      { title, lang: meta.lang, level: Math.min(3, meta.level + 1) },
      {
        onSuccess: ({ id }) => {
          session.undo.beginStep();
          const led = run(setTouchpoint, { touchpointId, set: { leadsTo: id } });
          if (led.ok) go(addressBy([...cameBy(location.search), session.journeyId], id));
        },
        onError: (error) => tell(error.message, "problem"),
      },
    );
  };
  return (
    <Button className="button--small" icon={<Plus size={15} />} disabled={make.isPending} onClick={begin}>
      {t("levels.make")}
    </Button>
  );
}
