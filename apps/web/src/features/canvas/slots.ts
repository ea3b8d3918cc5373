import type { Branch, Column, CurveLane, LaneRow, MapLayout } from "@polku/drawing";
import type { LaneView, PathView } from "@polku/journey";
import type { ComponentType } from "react";
import type { Thing } from "../../session/attention.ts";
import type { Detail } from "./camera.ts";

/** What the canvas lays out but does not draw itself: features come in by the page, they do not know one another. */
export type MapParts = {
  readonly Card: ComponentType<CardProps>;
  readonly Curve: ComponentType<CurveProps>;
  /** The scale beside the emotion lane, in its heading. */
  readonly Scale: ComponentType<{ readonly height: number }>;
  readonly Quotes: ComponentType<LaneCellProps>;
  /** The journey that a stage leads to. */
  readonly Leads: ComponentType<{ readonly to: string }>;
  readonly BranchFrame: ComponentType<BranchFrameProps>;
  /** Opens the list of all lanes. */
  readonly onLanes: () => void;
  /** What hands can do beside the first press; it comes when the map stands. */
  readonly Hands: ComponentType<HandsProps>;
  /** What lies on the free canvas, within the map's own coordinates. */
  readonly Shapes: ComponentType<ShapesProps>;
  /** The tools by which it comes there. */
  readonly ShapeTools: ComponentType<{ readonly layout: MapLayout }>;
};

/** `Holders` shows who else has a thing in hand. */
export type ShapesProps = {
  readonly layout: MapLayout;
  readonly Holders: ComponentType<{ readonly thing: Thing }>;
};

/** A touchpoint's card; its box is given, it fills it. */
export type CardProps = { readonly touchpointId: string; readonly detail: Detail };

/** A curve lane of a path, of the main one or of a branch. */
export type CurveProps = {
  readonly path: PathView;
  readonly columns: readonly Column[];
  readonly visible: readonly Column[];
  readonly lane: CurveLane;
  readonly detail: Detail;
  /** The touchpoint whose last mood a sub-journey arrives with. */
  readonly arrivingFrom: string | null;
};

export type LaneCellProps = { readonly lane: LaneView; readonly row: LaneRow; readonly touchpointId: string };

export type BranchFrameProps = { readonly branch: Branch };

export type HandsProps = { readonly layout: MapLayout };
