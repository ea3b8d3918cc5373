import type { Branch } from "@polku/drawing";
import { memo } from "react";
import { StageHead } from "./StageBands.tsx";
import type { MapParts } from "./slots.ts";

type Props = { readonly branch: Branch; readonly Leads: MapParts["Leads"] };

/** The stages of a sub-journey over its touchpoints. */
export const BranchBands = memo(function BranchBands({ branch, Leads }: Props) {
  return branch.bands.map((band, i) => (
    <StageHead
      key={band.stageId}
      band={band}
      Leads={Leads}
      height={branch.bandRow.height}
      top={branch.bandRow.y}
      index={i}
      count={branch.bands.length}
    />
  ));
});
