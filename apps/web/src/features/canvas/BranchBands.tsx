import type { Branch } from "@polku/drawing";
import { memo } from "react";
import { StageHead } from "./StageBands.tsx";

/** The stages of a sub-journey over its touchpoints. */
export const BranchBands = memo(function BranchBands({ branch }: { readonly branch: Branch }) {
  return branch.bands.map((band, i) => (
    <StageHead
      key={band.stageId}
      band={band}
      height={branch.bandRow.height}
      top={branch.bandRow.y}
      index={i}
      count={branch.bands.length}
    />
  ));
});
