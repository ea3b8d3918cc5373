import { arrowEnd, arrowLine, cardBoxes, drawingPath, type MapLayout } from "@polku/drawing";
import { Panel, ViewportPortal } from "@xyflow/react";
import { Frame, Image as ImageIcon, MoveUpRight, Pencil, StickyNote, Type } from "lucide-react";
import { lazy, Suspense, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useConnection, useJourney } from "../../session/SessionContext.tsx";
import { IconButton } from "../../ui/Button.tsx";
import { patiently } from "../../ui/patiently.ts";
import { SHAPE_TOOLS, takeTool, useShapeTool, type ShapeTool } from "./shapeTool.ts";
import { useDrawing, type Sketch } from "./useDrawing.ts";
import { useImages } from "./useImages.ts";
import { useShapeKeys } from "./useShapeKeys.ts";
import "./shapeTools.css";

/** For who takes part without editing. */
const OwnNotes = lazy(() => patiently(() => import("./OwnNotes.tsx")));

const ICONS = { note: StickyNote, text: Type, arrow: MoveUpRight, frame: Frame, drawing: Pencil } as const;
const KEYS: Readonly<Record<ShapeTool, string>> = {
  note: "Shift N",
  text: "T",
  arrow: "A",
  frame: "R",
  drawing: "D",
};

/** The tools of the free canvas. On a map of one sub-journey alone there is no free place: what is made there goes with the nearest touchpoint. */
export default function ShapeTools({ layout }: { readonly layout: MapLayout }) {
  const { canEdit, canContribute } = useConnection();
  const unknown = useJourney((view) => view.unknownShapes);
  return (
    <>
      {canEdit && <Tools layout={layout} />}
      {!canEdit && canContribute && (
        <Suspense>
          <OwnNotes />
        </Suspense>
      )}
      {unknown > 0 && <Unknown count={unknown} />}
    </>
  );
}

function Tools({ layout }: { readonly layout: MapLayout }) {
  const { t } = useTranslation();
  const element = useRef<HTMLDivElement>(null);
  const tool = useShapeTool((hand) => hand.tool);
  const from = useShapeTool((hand) => hand.from);
  const sketch = useDrawing(element);
  const putImages = useImages(element);
  const files = useRef<HTMLInputElement>(null);
  useShapeKeys();
  const step = tool === "arrow" && from ? "arrowTo" : tool;
  return (
    <>
      <Panel position="bottom-left" className="shape-tools">
        <div ref={element} className="shape-tools__row" role="toolbar" aria-label={t("shapes.tools")}>
          {SHAPE_TOOLS.map((one) => {
            const Icon = ICONS[one];
            return (
              <IconButton
                key={one}
                label={`${t(`shapes.kinds.${one}`)} (${KEYS[one]})`}
                aria-pressed={tool === one}
                onClick={() => takeTool(one)}
              >
                <Icon size={16} />
              </IconButton>
            );
          })}
          <IconButton label={t("shapes.addImage")} onClick={() => files.current?.click()}>
            <ImageIcon size={16} />
          </IconButton>
          <input
            ref={files}
            type="file"
            hidden
            multiple
            accept="image/png,image/jpeg,image/webp,image/gif"
            aria-label={t("shapes.addImage")}
            onChange={(event) => {
              putImages(event.currentTarget.files ?? []);
              event.currentTarget.value = "";
            }}
          />
        </div>
        <p className="shape-tools__hint" role="status">
          {step === null ? "" : t(`shapes.how.${step}`)}
        </p>
      </Panel>
      {sketch && (
        <ViewportPortal>
          <Sketched sketch={sketch} layout={layout} />
        </ViewportPortal>
      )}
    </>
  );
}

/** What a hand is drawing, before it is there. */
function Sketched({ sketch, layout }: { readonly sketch: Sketch; readonly layout: MapLayout }) {
  const cards = useMemo(() => cardBoxes(layout), [layout]);
  const shapes = useJourney((view) => view.shapes);
  if (sketch.kind === "frame") {
    const { x, y, width, height } = sketch.box;
    return <div className="shape-sketch" style={{ left: x, top: y, width, height }} />;
  }
  const begun = sketch.kind === "arrow" ? arrowEnd(sketch.from, cards, shapes) : null;
  const line = sketch.kind === "arrow" && begun ? arrowLine(begun, sketch.to) : null;
  const d =
    sketch.kind === "drawing"
      ? drawingPath(sketch.stroke.flatMap(({ x, y }) => [x, y]))
      : line
        ? line.d + line.tip
        : "";
  return (
    <svg className="shape-sketch shape-sketch--line" aria-hidden="true">
      <path d={d} />
    </svg>
  );
}

/** Something that a newer Polku made lies here and cannot be drawn by this one: it is told, not left out in silence. */
function Unknown({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  return (
    <Panel position="bottom-center" className="shape-unknown">
      <p role="status">{t("shapes.unknown", { count })}</p>
    </Panel>
  );
}
