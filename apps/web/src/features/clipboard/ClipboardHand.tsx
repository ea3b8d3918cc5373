import {
  clipFor,
  clipOf,
  pasteClip,
  pasteTable,
  planTable,
  TABLE_LIMIT,
  type CopiedShape,
  type JourneyClip,
  type TablePlan,
} from "@polku/journey";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { touchpointOf, type Thing } from "../../session/attention.ts";
import { deleteHandful, handful, idsOf, stagesOf } from "../../session/handful.ts";
import type { JourneySession } from "../../session/journeySession.ts";
import { copyShapes, pasteCopies } from "../../session/shapeHand.ts";
import { useSession } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { tell } from "../../ui/Toasts.tsx";
import { bringImages } from "./bringImages.ts";
import "./clipboard.css";
import {
  clipOfHtml,
  htmlOfClip,
  tableOfText,
  textOfCells,
  textOfClip,
  htmlOfShapes,
  journeyOfHtml,
  shapesOfHtml,
} from "./clipText.ts";

/** A table of more cells than this is asked about before it is pasted, and so is one that adds touchpoints or lanes. */
const ASK_ABOVE = 200;

type Place = { readonly laneId: string | null; readonly touchpointId: string };
type Question = { readonly place: Place; readonly rows: string[][]; readonly plan: TablePlan };

function isForText(event: ClipboardEvent): boolean {
  const { target } = event;
  if (
    target instanceof Element &&
    target.closest("textarea, input, select, [role=dialog], [contenteditable]")
  )
    return true;
  return event.type !== "paste" && (getSelection()?.toString() ?? "") !== "";
}

function placeOf(selected: Thing | null): Place | null {
  if (selected?.kind === "cell") return { laneId: selected.laneId, touchpointId: selected.touchpointId };
  const touchpointId = touchpointOf(selected);
  return touchpointId ? { laneId: null, touchpointId } : null;
}

/** Pastes stages after the selected one's, or touchpoints after the selected one, into the selected stage, or at the end. */
function pastePieces(session: JourneySession, clip: JourneyClip, selected: Thing | null): void {
  const view = session.view();
  const stages = stagesOf(view);
  const after = touchpointOf(selected);
  const stage =
    stages.find(({ id, touchpointIds }) =>
      after ? touchpointIds.includes(after) : selected?.kind === "stage" && id === selected.id,
    ) ?? view.path.stages.at(-1);
  if (!stage) return;
  const isOfStages = clip.stages.length > 0;
  const beside = stages.filter(({ subJourneyId }) => subJourneyId === stage.subJourneyId);
  const index = isOfStages
    ? beside.indexOf(stage) + 1
    : after
      ? stage.touchpointIds.indexOf(after) + 1
      : stage.touchpointIds.length;
  const place = isOfStages ? { subJourneyId: stage.subJourneyId } : { stageId: stage.id };
  session.undo.beginStep();
  const made = session.run(pasteClip, { clip: clipFor(clip, session.journeyId), ...place, index });
  if (made.ok) session.attention.goTo({ kind: isOfStages ? "stage" : "touchpoint", id: made.value.id });
}

/** Puts what is in hand on the clipboard; null when that is nothing that can be there. */
function copied(
  session: JourneySession,
  things: readonly Thing[],
  data: DataTransfer,
): "cells" | "stages" | "touchpoints" | "shapes" | null {
  const view = session.view();
  const shapes = copyShapes(session, idsOf(things, "shape"));
  if (shapes.length > 0) {
    data.setData("text/html", htmlOfShapes(shapes, session.journeyId));
    data.setData("text/plain", shapes.flatMap(({ text = "" }) => (text === "" ? [] : [text])).join("\n\n"));
    return "shapes";
  }
  const cells = things.filter((thing) => thing.kind === "cell");
  if (cells.length > 0) {
    data.setData("text/plain", textOfCells(view, cells));
    return "cells";
  }
  const [stageIds, touchpointIds] = [idsOf(things, "stage"), idsOf(things, "touchpoint")];
  if (stageIds.length + touchpointIds.length === 0) return null;
  const clip = clipOf(view, session.journeyId, { stageIds, touchpointIds });
  data.setData("text/html", htmlOfClip(clip));
  data.setData("text/plain", textOfClip(clip));
  return stageIds.length > 0 ? "stages" : "touchpoints";
}

/** Copies, cuts and pastes on the map through the system's clipboard, within a journey, between journeys and from other programs. */
export function ClipboardHand() {
  const { t } = useTranslation();
  const session = useSession();
  const [question, ask] = useState<Question | null>(null);
  useEffect(() => {
    const copy = (event: ClipboardEvent): void => {
      const things = handful(session);
      if (isForText(event) || !event.clipboardData || things.length === 0) return;
      const what = copied(session, things, event.clipboardData);
      if (what === null) return;
      event.preventDefault();
      if (event.type === "cut" && session.connection().canEdit) deleteHandful(session);
      const count = things.length;
      const said = {
        cells: t("hands.copiedCells", { count }),
        stages: t("hands.copiedStages", { count }),
        touchpoints: t("hands.copied", { count }),
        shapes: t("shapes.copied", { count }),
      };
      tell(said[what]);
    };
    const paste = (event: ClipboardEvent): void => {
      if (isForText(event) || !event.clipboardData || !session.connection().canEdit) return;
      const { selected } = session.attention.getState();
      const html = event.clipboardData.getData("text/html");
      const [clip, shapes] = [clipOfHtml(html), shapesOfHtml(html)];
      event.preventDefault();
      if (clip === "unreadable" || shapes === "unreadable") tell(t("hands.paste.unreadable"), "problem");
      else if (shapes) void pasteShapesOf(journeyOfHtml(html) ?? session.journeyId, shapes);
      else if (clip) pastePieces(session, clip, selected);
      else pasteWords(event.clipboardData.getData("text/plain"), selected);
    };
    const pasteShapesOf = async (from: string, shapes: readonly CopiedShape[]): Promise<void> => {
      const brought = await bringImages(shapes, from, session.journeyId);
      pasteCopies(session, brought.shapes, { x: 24, y: 24 });
      if (brought.left > 0) tell(t("shapes.imagesLeft", { count: brought.left }), "problem");
    };
    const pasteWords = (text: string, selected: Thing | null): void => {
      const place = placeOf(selected);
      if (text === "" || !place) return;
      const rows = tableOfText(text);
      const plan = planTable(session.view(), place, rows);
      if (plan.rows > TABLE_LIMIT.rows || plan.columns > TABLE_LIMIT.columns) {
        const limits = { mostRows: TABLE_LIMIT.rows, mostColumns: TABLE_LIMIT.columns };
        tell(t("hands.paste.tooLarge", { rows: plan.rows, columns: plan.columns, ...limits }), "problem");
      } else if (plan.cells > ASK_ABOVE || plan.newLanes > 0 || plan.newTouchpoints > 0)
        ask({ place, rows, plan });
      else put({ place, rows });
    };
    const put = ({ place, rows }: Omit<Question, "plan">): void => {
      session.undo.beginStep();
      session.run(pasteTable, { ...place, rows });
    };
    addEventListener("copy", copy);
    addEventListener("cut", copy);
    addEventListener("paste", paste);
    return () => {
      removeEventListener("copy", copy);
      removeEventListener("cut", copy);
      removeEventListener("paste", paste);
    };
  }, [session, t]);
  if (!question) return null;
  const { place, rows, plan } = question;
  return (
    <Dialog title={t("hands.paste.title")} onClose={() => ask(null)}>
      <p>
        {t("hands.paste.what", { rows: plan.rows, columns: plan.columns, cells: plan.cells })}{" "}
        {plan.newTouchpoints > 0 && t("hands.paste.newTouchpoints", { count: plan.newTouchpoints })}{" "}
        {plan.newLanes > 0 && t("hands.paste.newLanes", { count: plan.newLanes })}
      </p>
      <div className="paste__deeds">
        <Button
          look="primary"
          onClick={() => {
            session.undo.beginStep();
            session.run(pasteTable, { ...place, rows });
            ask(null);
          }}
        >
          {t("hands.paste.go")}
        </Button>
        <Button onClick={() => ask(null)}>{t("hands.paste.cancel")}</Button>
      </div>
    </Dialog>
  );
}
