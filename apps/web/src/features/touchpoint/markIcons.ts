import type { TouchpointMark } from "@polku/journey";
import {
  ArrowLeftRight,
  BellOff,
  DoorClosed,
  Flame,
  Footprints,
  Frown,
  Hash,
  ChartNoAxesCombined,
  Scale,
  Sparkles,
  Split,
  Star,
  TrendingUp,
  TriangleAlert,
  Wrench,
  type LucideIcon,
} from "lucide-react";

/** A shape for each mark: none is told by colour alone. */
export const MARK_ICONS: Readonly<Record<TouchpointMark["code"], LucideIcon>> = {
  split: Split,
  fix_first: Flame,
  dead_end: DoorClosed,
  easy_for_us: Scale,
  solved_unhappy: Frown,
  wanted_other: ArrowLeftRight,
  rosier: TriangleAlert,
  gloomier: TriangleAlert,
  quiet_pain: BellOff,
  memorable: Star,
  highlight: Sparkles,
  number_without_voice: Hash,
  way_to_human: Footprints,
  lift: TrendingUp,
  change: ChartNoAxesCombined,
  should_just_work: Wrench,
};
