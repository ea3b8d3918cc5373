import { DASH, type Branch, type MapLayout } from "@polku/drawing";
import { memo } from "react";
import { useTranslation } from "react-i18next";

/** The edges of sub-journeys: down from the parent, and back where the loop is closed; where it is not, the line frays and stops. */
export const MapEdges = memo(function MapEdges({ layout }: { readonly layout: MapLayout }) {
  const { t } = useTranslation();
  if (layout.branches.length === 0) return null;
  return (
    <svg className="map-edges" width={layout.box.width + 200} height={layout.box.height} aria-hidden="true">
      {layout.branches.map((branch) => (
        <BranchEdges key={branch.subJourneyId} branch={branch} words={t("loop.broken")} />
      ))}
    </svg>
  );
});

type EdgesProps = {
  readonly branch: Branch;
  /** What stands beside a line that frays. */
  readonly words: string;
};

/** The two edges of one sub-journey. */
export function BranchEdges({ branch: { leading, returning }, words }: EdgesProps) {
  return (
    <g data-loop={returning.state}>
      <path className="edge" d={leading} />
      <path
        className="edge"
        d={returning.d}
        strokeDasharray={returning.state === "closed" && returning.late ? DASH.late : undefined}
      />
      {returning.state === "closed" ? (
        <path
          className="edge__tip"
          d={`M${returning.tip.x - 6},${returning.tip.y + 9}L${returning.tip.x},${returning.tip.y}L${returning.tip.x + 6},${returning.tip.y + 9}`}
        />
      ) : (
        <>
          {returning.strands.map((strand) => (
            <path
              key={strand.d}
              className="edge__strand"
              d={strand.d}
              strokeWidth={strand.width}
              opacity={strand.opacity}
            />
          ))}
          <foreignObject x={returning.label.x} y={returning.label.y} width={150} height={80}>
            <p className="edge__words">{words}</p>
          </foreignObject>
        </>
      )}
    </g>
  );
}
