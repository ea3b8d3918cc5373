import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DrawnCurve } from "../../api/workshop.ts";
import { customersMeans } from "../../session/customersMeans.ts";
import { useQuotes, useSession } from "../../session/SessionContext.tsx";
import { useFeelings } from "../../session/useFeelings.ts";
import { useSignedNumber } from "../../ui/useSignedNumber.ts";
import { pathThrough } from "../../ui/fingerCurve.ts";
import { whereApart } from "../../session/whereApart.ts";
import { useMoments } from "./useMoments.ts";

/** The customers' mean at each touchpoint of which somebody's words have a feeling. */
function useCustomersMeans(): ReadonlyMap<string, number> {
  const session = useSession();
  const touchpoints = useFeelings();
  const quotes = useQuotes();
  return useMemo(
    () => customersMeans({ ...session.view(), touchpoints }, quotes),
    [session, touchpoints, quotes],
  );
}

/** The revealed curve of the team with its spread, over the customers'; and, in words, where the team was wrong. */
export function TeamCurve({ curve }: { readonly curve: DrawnCurve }) {
  const { t } = useTranslation();
  const signed = useSignedNumber(1);
  const moments = useMoments();
  const heard = useCustomersMeans();
  const titles = new Map(moments.map(({ id, title }) => [id, title]));
  if (curve.points.length === 0) return <p className="field__hint">{t("workshop.draw.nobody")}</p>;
  const apart = whereApart(curve, heard).filter(({ id }) => titles.has(id));
  return (
    <div className="drawing">
      <p className="drawing__counts">{t("workshop.draw.revealed", { count: curve.drawers })}</p>
      <Overlay curve={curve} heard={heard} ids={moments.map(({ id }) => id)} />
      <ul className="team-curve__legend" aria-hidden="true">
        {(["team", "spread", "customers"] as const).map((line) => (
          <li key={line} data-line={line}>
            {t(`workshop.draw.${line}`)}
          </li>
        ))}
      </ul>
      {apart.length === 0 ? (
        <p>{t(heard.size === 0 ? "workshop.draw.noEvidence" : "workshop.draw.together")}</p>
      ) : (
        <>
          <h3 className="drawing__head">{t("workshop.draw.apart")}</h3>
          <ol className="team-curve__apart">
            {apart.map(({ id, team, customers }) => (
              <li key={id}>
                <strong>{titles.get(id)}</strong>{" "}
                {t("workshop.draw.means", {
                  team: signed(team),
                  customers: signed(customers),
                })}
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

type OverlayProps = {
  readonly curve: DrawnCurve;
  readonly heard: ReadonlyMap<string, number>;
  readonly ids: readonly string[];
};

/** The picture of it; what matters is said in words below. */
function Overlay({ curve, heard, ids }: OverlayProps) {
  const byId = new Map(curve.points.map((point) => [point.touchpointId, point]));
  const at = (i: number): number => (i + 0.5) / ids.length;
  const team = ids.flatMap((id, i) => {
    const point = byId.get(id);
    return point ? [{ x: at(i), v: point.mean, low: point.low, high: point.high }] : [];
  });
  const customers = ids.flatMap((id, i) => {
    const v = heard.get(id);
    return v === undefined ? [] : [{ x: at(i), v }];
  });
  return (
    <svg className="team-curve" viewBox="0 0 400 160" preserveAspectRatio="none" aria-hidden="true">
      {[-2, -1, 0, 1, 2].map((v) => (
        <line key={v} x1="0" x2="400" y1={80 - v * 36} y2={80 - v * 36} data-zero={v === 0 || undefined} />
      ))}
      {team.map(({ x, low, high }) => (
        <line
          key={x}
          className="team-curve__spread"
          x1={x * 400}
          x2={x * 400}
          y1={80 - low * 36}
          y2={80 - high * 36}
        />
      ))}
      <path className="team-curve__customers" d={pathThrough(customers)} />
      <path className="team-curve__team" d={pathThrough(team)} />
      {customers.map(({ x, v }) => (
        <path key={x} className="team-curve__customers-dot" d={`M${x * 400},${80 - v * 36}h0`} />
      ))}
      {team.map(({ x, v }) => (
        <path key={x} className="team-curve__team-dot" d={`M${x * 400},${80 - v * 36}h0`} />
      ))}
    </svg>
  );
}
