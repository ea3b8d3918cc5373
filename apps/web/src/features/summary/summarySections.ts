import { feelingStep } from "@polku/drawing";
import { ownFeelingWord, type JourneyView } from "@polku/journey";
import type { TFunction } from "i18next";
import type { VersionChanges } from "../../api/versions.ts";
import type { WorkshopSummary } from "../../api/workshopSummary.ts";
import { sayChange } from "../../session/changeSentence.ts";
import { whereApart } from "../../session/whereApart.ts";
import { signedNumber } from "../../ui/useSignedNumber.ts";

/** A part of the summary: the page and the Markdown are two ways to write the same parts. */
export type Section = {
  readonly title: string;
  readonly intro?: string;
  /** In an order that means something (`ordered`), or a list. */
  readonly ordered?: boolean;
  /** Each item begins with its rank: things may share one. */
  readonly ranked?: boolean;
  readonly items: readonly string[];
};

type Known = {
  readonly summary: WorkshopSummary;
  readonly view: JourneyView;
  /** The customers' means by touchpoint, −2 to 2. */
  readonly means: ReadonlyMap<string, number>;
  readonly changes: VersionChanges | undefined;
  /** By which days are said. */
  readonly language: string;
};

const joined = (...parts: readonly (string | null | false | undefined)[]): string =>
  parts.filter(Boolean).join(" · ");

function agenda(t: TFunction, { summary }: Known): Section {
  const items = summary.steps.map(
    ({ title, minutes }) => `${title} · ${t("summary.minutes", { count: minutes })}`,
  );
  return { title: t("summary.agenda"), ordered: true, items };
}

/** What was revealed in a step: its notes, its votes, its curve. None where nothing came of it. */
function ofStep(
  t: TFunction,
  { summary, view, means, language }: Known,
  step: WorkshopSummary["steps"][number],
): Section[] {
  const nameOf = (thing: string): string => {
    const id = thing.slice(thing.indexOf(":") + 1);
    const name = thing.startsWith("note:")
      ? summary.notes.find((note) => note.id === id)?.text
      : view.touchpoints.get(id)?.title;
    return name || t("workshop.vote.gone");
  };
  const notes = summary.notes.filter(({ stepId }) => stepId === step.id);
  const tally = summary.tallies.find(({ stepId }) => stepId === step.id);
  const curve = summary.curves.find(({ stepId }) => stepId === step.id);
  if (notes.length > 0)
    return [
      {
        title: step.title,
        items: notes.map(({ text, by, v, isHuman }) =>
          joined(
            text,
            v !== null && (ownFeelingWord(view.meta, feelingStep(v)) ?? t(`feeling.${feelingStep(v)}`)),
            isHuman !== null && t(isHuman ? "workshop.notes.human" : "workshop.notes.notHuman"),
            by,
          ),
        ),
      },
    ];
  if (tally)
    return [
      {
        title: step.title,
        intro: t("workshop.vote.voters", { count: tally.voters }),
        ranked: true,
        items: tally.results.map(({ thing, dots, rank }) =>
          joined(`${rank}. ${nameOf(thing)}`, t("workshop.vote.dots", { count: dots })),
        ),
      },
    ];
  if (curve)
    return [
      {
        title: step.title,
        intro: t("workshop.draw.revealed", { count: curve.drawers }),
        items: whereApart(curve, means).map(({ id, team, customers }) => {
          const told = {
            team: signedNumber(team, 1, language),
            customers: signedNumber(customers, 1, language),
          };
          return `${nameOf(`touchpoint:${id}`)}: ${t("workshop.draw.means", told)}`;
        }),
      },
    ];
  return [];
}

type Decision = Pick<JourneyView["insights"][number], "id" | "status"> & {
  readonly was?: JourneyView["insights"][number]["status"] | null;
  readonly told?: number;
};

/** What was decided is what the map said of its insights at the end: what this session brought, apart from what was so before. */
function decisions(t: TFunction, { summary, view }: Known): Section[] {
  const named = new Map(view.insights.map((insight) => [insight.id, insight]));
  const say = ({ id, status, was, told = 0 }: Decision): string[] => {
    const insight = named.get(id);
    if (!insight) return [];
    const before = was && was !== status && t("summary.was", { status: t(`insights.statuses.${was}`) });
    const reached = joined(insight.title || t("insights.untitled"), t(`insights.statuses.${status}`), before);
    return [joined(reached, told > 0 && t("summary.told", { count: told }), insight.owner)];
  };
  const known = summary.decisions;
  if (known === null) {
    const items = view.insights.filter(({ status }) => status !== "open").flatMap(say);
    return [{ title: t("summary.decisionsAll"), intro: t("summary.decisionsNow"), items }];
  }
  const isNew = ({ status, was, told }: Decision): boolean => status !== was || (told ?? 0) > 0;
  const earlier = known.filter((one) => !isNew(one)).flatMap(say);
  return [
    { title: t("summary.decisions"), items: known.filter(isNew).flatMap(say) },
    ...(earlier.length > 0 ? [{ title: t("summary.decidedBefore"), items: earlier }] : []),
  ];
}

function tasks(t: TFunction, { summary, language }: Known): Section {
  const day = (dueOn: string): string =>
    new Date(`${dueOn}T12:00`).toLocaleDateString(language, { dateStyle: "medium" });
  const items = summary.tasks.map(({ text, owner, dueOn, done }) =>
    joined(
      text,
      owner ?? t("tasks.nobody"),
      dueOn !== null && t("tasks.by", { day: day(dueOn) }),
      done && t("tasks.doneBy", { name: done.by }),
    ),
  );
  return { title: t("comments.show.tasks"), items };
}

function changed(t: TFunction, { changes }: Known): Section[] {
  if (!changes) return [];
  const items = changes.changes.map((change) => {
    const { sentence, was, now } = sayChange(t, change);
    return was || now ? `${sentence}: ${was ? `”${was}” → ` : ""}”${now}”` : sentence;
  });
  const more = changes.total - items.length;
  return [
    {
      title: t("summary.changed"),
      items: more > 0 ? [...items, t("summary.more", { count: more })] : items,
    },
  ];
}

/** The summary of a session in parts, in the order in which it is read. */
export function summarySections(t: TFunction, known: Known): readonly Section[] {
  return [
    agenda(t, known),
    ...known.summary.steps.flatMap((step) => ofStep(t, known, step)),
    ...decisions(t, known),
    tasks(t, known),
    ...changed(t, known),
  ];
}
