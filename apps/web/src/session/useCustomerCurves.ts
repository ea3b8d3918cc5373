import { customerCurves, type CustomerCurve } from "@polku/journey";
import { useMemo } from "react";
import { useQuotes } from "./SessionContext.tsx";
import { useFeelings } from "./useFeelings.ts";

/** A customer's own curve with the number by which it is told from the others, and the name under which it is chosen. */
export type NumberedCurve = CustomerCurve & { readonly n: number; readonly choice: string };

/** The curves that customers gave themselves in workshops and by participant links, numbered in the order of their answers. */
export function useCustomerCurves(): readonly NumberedCurve[] {
  const touchpoints = useFeelings();
  const quotes = useQuotes();
  return useMemo(
    () =>
      customerCurves(touchpoints, quotes).map((curve, i) => ({
        ...curve,
        n: i + 1,
        choice: `customer:${curve.key}`,
      })),
    [touchpoints, quotes],
  );
}
