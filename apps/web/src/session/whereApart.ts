import type { DrawnCurve } from "../api/workshop.ts";

/** A moment in which the team's mean and the customers' part; both −2 to 2. */
export type Apart = { readonly id: string; readonly team: number; readonly customers: number };

/** From so far on two means are told apart: a whole step of the scale. */
const FAR = 1;

/** The moments in which the team was wrong by a step or more, the worst first. `heard` are the customers' means by touchpoint. */
export function whereApart(curve: DrawnCurve, heard: ReadonlyMap<string, number>): readonly Apart[] {
  return curve.points
    .flatMap(({ touchpointId, mean }) => {
      const customers = heard.get(touchpointId);
      return customers === undefined ? [] : [{ id: touchpointId, team: mean, customers }];
    })
    .filter(({ team, customers }) => Math.abs(team - customers) >= FAR)
    .toSorted((a, b) => Math.abs(b.team - b.customers) - Math.abs(a.team - a.customers));
}
