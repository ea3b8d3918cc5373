import { CONVENTIONS, replyMeasures, type ReplyMeasures } from "@polku/journey";
import { useMemo } from "react";
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useJourney, useSession } from "../../session/SessionContext.tsx";
import { useFeelings } from "../../session/useFeelings.ts";
import { useSignedNumber } from "../../ui/useSignedNumber.ts";

const HOURS_OF_DAY = 24;
/** From here on hours are told as days. */
const MANY_HOURS = 72;

type Said = (hours: number) => string;

function useHours(): Said {
  const { t } = useTranslation();
  return (hours) =>
    hours > MANY_HOURS
      ? t("reply.days", { n: Math.round(hours / HOURS_OF_DAY) })
      : t("reply.hours", { n: Math.round(hours * 10) / 10 });
}

/** How a sub-journey answers, from its own steps; opened, the quadrant of speed and empathy with its table. */
export function ReplyTable({ subJourneyId }: { readonly subJourneyId: string }) {
  const { t } = useTranslation();
  const session = useSession();
  const sub = useJourney((view) => view.subJourneys.get(subJourneyId));
  const touchpoints = useFeelings();
  const hours = useHours();
  const found = useMemo(
    () => (sub ? replyMeasures({ ...session.view(), touchpoints }, sub) : null),
    [session, touchpoints, sub],
  );
  if (!sub || !found) return null;
  return (
    <>
      {found.late && found.hoursToTold !== null && (
        <span className="chip" data-loop="late">
          {t("reply.late", { hours: hours(found.hoursToTold), sla: CONVENTIONS.slaHours })}
        </span>
      )}
      <DialogTrigger>
        <AriaButton className="reply__open">{t("reply.title")}</AriaButton>
        <Popover placement="bottom start">
          <Dialog className="reply" aria-label={t("reply.title")}>
            <Quadrant found={found} />
            <Rows found={found} isFree={sub.kind === "free"} />
            <p className="reply__help">{t("reply.help")}</p>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </>
  );
}

const SIDE = 132;

/** Empathy upwards, speed to the right, parted at 50; the place is told in words below it. */
function Quadrant({ found: { speed, empathy, quadrant } }: { readonly found: ReplyMeasures }) {
  const { t } = useTranslation();
  if (speed === null || empathy === null || quadrant === null)
    return <p className="reply__said">{t("reply.noChart")}</p>;
  const words = t("reply.chart", {
    empathy: Math.round(empathy),
    speed: Math.round(speed),
    quadrant: t(`reply.quadrants.${quadrant}`),
  });
  return (
    <figure className="reply__chart">
      <svg width={SIDE} height={SIDE} viewBox="0 0 100 100" role="img" aria-label={words}>
        <rect className="reply__field" x="0.5" y="0.5" width="99" height="99" rx="6" />
        <path className="reply__cross" d="M50,0V100M0,50H100" />
        <circle className="reply__place" cx={speed} cy={100 - empathy} r="5" />
      </svg>
      <figcaption className="reply__said">{words}</figcaption>
    </figure>
  );
}

function Rows({ found, isFree }: { readonly found: ReplyMeasures; readonly isFree: boolean }) {
  const { t } = useTranslation();
  const hours = useHours();
  const signed = useSignedNumber(1);
  const { personal, assisted, canned, isDialogue, parts } = found;
  const noTime = t("reply.none.noTime");
  const noAnswer = t("reply.none.noAnswer");
  const orHours = (value: number | null, none: string): string => (value === null ? none : hours(value));
  const whole = (value: number | null, none: string): string =>
    value === null ? none : String(Math.round(value));
  const rows: readonly (readonly [string, string])[] = [
    [t("reply.who"), parts.human === null ? noAnswer : t("reply.whoIs", { personal, assisted, canned })],
    [
      t("reply.dialogue"),
      isDialogue === null ? noAnswer : t(`reply.dialogueIs.${isDialogue ? "yes" : "no"}`),
    ],
    [t("reply.toHuman"), orHours(found.hoursToHuman, parts.human ? noTime : noAnswer)],
    [t("reply.toResolve"), orHours(found.hoursToResolve, noTime)],
    [t("reply.toTold"), orHours(found.hoursToTold, parts.closed === 1 ? noTime : t("reply.none.notTold"))],
    [t("reply.speed"), whole(found.speed, noTime)],
    [t("reply.empathy"), whole(found.empathy, t("reply.none.few"))],
    [t("reply.human"), parts.human === null ? noAnswer : `${Math.round(parts.human * 100)} %`],
    [t("reply.closed"), isFree ? t("reply.none.free") : t(parts.closed === 1 ? "reply.yes" : "reply.no")],
    [t("reply.recovery"), parts.recovery === null ? t("reply.none.noCurve") : signed(parts.recovery)],
  ];
  return (
    <table className="reply__table">
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t("reply.what")}</th>
          <th scope="col">{t("reply.value")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, value]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
