import {
  groundingReason,
  setStage,
  setTouchpoint,
  type Grounding,
  type GroundingReason,
} from "@polku/journey";
import { Plus, Waypoints, X } from "lucide-react";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useSearch } from "wouter";
import { placedMean, useJourneysBelow } from "../../api/below.ts";
import { type JourneyEntry, useJourneys } from "../../api/journeys.ts";
import { addressBy, cameBy, useMakeJourneyBelow, wayTo } from "../../api/levels.ts";
import { useMe } from "../../api/people.ts";
import { currentLanguage } from "../../i18n/language.ts";
import { leadsToOf, titleOf, type LeadingPlace } from "../../session/leadsTo.ts";
import { useCanEdit, useCommand, useJourney, useSession } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { FeelingSign } from "../../ui/FeelingSign.tsx";
import { SelectField } from "../../ui/Field.tsx";
import { Group } from "../../ui/Group.tsx";
import { MeansCurve } from "../../ui/MeansCurve.tsx";
import { tell } from "../../ui/Toasts.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { useSignedNumber } from "../../ui/useSignedNumber.ts";
import "./levels.css";

type Place = { readonly place: LeadingPlace };

type Props = Place & {
  /** Says a level of grounding with its reason; another feature does. */
  readonly Ground: ComponentType<{ readonly grounding: Grounding; readonly reason: GroundingReason }>;
};

/** Leads from a touchpoint or a stage to a journey, or nowhere; false when that was refused. */
function useLead({ kind, id }: LeadingPlace): (to: string | null) => boolean {
  const run = useCommand();
  return (to) => {
    const set = { leadsTo: to };
    return (
      kind === "stage" ? run(setStage, { stageId: id, set }) : run(setTouchpoint, { touchpointId: id, set })
    ).ok;
  };
}

/** The journey that looks at a touchpoint or a stage more closely: chosen, made, opened. */
export function LeadsTo({ place, Ground }: Props) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const lead = useLead(place);
  const { journeyId } = useSession();
  const leadsTo = useJourney((view) => leadsToOf(view, place));
  const { data: journeys } = useJourneys();
  if (!journeys || (leadsTo === null && !canEdit)) return null;
  const target = journeys.find(({ id }) => id === leadsTo);
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
      {target && <RestsOn journeyId={target.id} Ground={Ground} />}
      {canEdit && (leadsTo === null || target) && (
        <SelectField
          label={t("levels.choose")}
          value={leadsTo ?? ""}
          options={[{ value: "", label: t("levels.nowhere") }, ...choices(journeys, journeyId, leadsTo)].map(
            ({ value, label }) => ({ value, label: label || t("journey.untitled") }),
          )}
          onChange={(value) => void lead(value === "" ? null : value)}
        />
      )}
      {canEdit && leadsTo === null && (
        <>
          <MakeBelow place={place} />
          <p className="leads__hint">{t(`levels.hint.${place.kind}`)}</p>
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

/** The journeys from the top down to the open one, and it. */
function useWayDown(): string[] {
  const { journeyId } = useSession();
  const came = cameBy(useSearch());
  const { data = [] } = useJourneys();
  return [...wayTo(data, journeyId, came).map((one) => one.journey.id), journeyId];
}

function Target({ journey }: { readonly journey: JourneyEntry }) {
  const { t } = useTranslation();
  const way = useWayDown();
  return (
    <>
      <Link href={addressBy(way, journey.id)}>
        {t("levels.open", { title: journey.title || t("journey.untitled") })}
      </Link>
      <span className="chip">{t("levels.short", { level: journey.level })}</span>
    </>
  );
}

/** What the journey below rests on, beside what is known here: the two are told apart, and every number leads to where it was counted. */
function RestsOn({ journeyId, Ground }: { readonly journeyId: string } & Pick<Props, "Ground">) {
  const { t } = useTranslation();
  const signed = useSignedNumber(1);
  const { journeyId: here } = useSession();
  const way = useWayDown();
  const { data } = useJourneysBelow(here);
  const found = data?.find((one) => one.journeyId === journeyId);
  if (!found) return null;
  const { grounding, evidence, touchpoints, journeys } = found;
  const heard = touchpoints.filter(({ n }) => n > 0);
  return (
    <section className="rests-on" aria-label={t("levels.below.title")}>
      <h4>{t("levels.below.title")}</h4>
      <Ground grounding={grounding} reason={groundingReason(grounding)} />
      <p className="leads__hint">
        {[
          evidence.mean === null
            ? ""
            : t("levels.below.mean", { mean: signed(evidence.mean), count: evidence.nv }),
          journeys > 1 ? t("levels.below.further", { count: journeys - 1 }) : "",
        ].join(" ")}
      </p>
      <MeansCurve means={touchpoints.map(placedMean)} width={300} height={72} marked />
      <ul className="rests-on__places">
        {heard.map(({ id, title, n, mean }) => (
          <li key={id}>
            <Link href={addressBy(way, journeyId, id)}>{title || t("touchpoint.untitled")}</Link>
            <span>
              {mean !== null && (
                <>
                  <FeelingSign v={mean} /> {signed(mean)} ·{" "}
                </>
              )}
              {t("levels.below.n", { count: n })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A new journey, named after the touchpoint or stage and a level further down. */
function MakeBelow({ place }: Place) {
  const { t } = useTranslation();
  const session = useSession();
  const lead = useLead(place);
  const [, go] = useLocation();
  const { data: me } = useMe();
  const make = useMakeJourneyBelow();
  if (me?.role !== "owner") return null;
  const begin = (): void => {
    const view = session.view();
    const title = (titleOf(view, place) || t(`${place.kind}.untitled`)).slice(0, 200);
    make.mutate(
      { title, lang: view.meta.lang, level: Math.min(3, view.meta.level + 1) },
      {
        onSuccess: ({ id }) => {
          session.undo.beginStep();
          if (lead(id)) go(addressBy([...cameBy(location.search), session.journeyId], id));
        },
        onError: (error) => tell(error.message, "problem"),
      },
    );
  };
  return (
    <Button className="button--small" icon={<Plus size={15} />} disabled={make.isPending} onClick={begin}>
      {t(`levels.make.${place.kind}`)}
    </Button>
  );
}
