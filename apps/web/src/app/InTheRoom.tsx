import { lazy } from "react";
import { patiently } from "../ui/patiently.ts";
import { Panel } from "./Panel.tsx";

const PeopleButton = lazy(() => patiently(() => import("../features/presence/PeopleButton.tsx")));
const GesturesButton = lazy(() => patiently(() => import("../features/presence/GesturesButton.tsx")));

/** Who is in the room and as what, and what one shows of oneself beside the map. */
export function InTheRoom() {
  return (
    <Panel unasked>
      <GesturesButton />
      <PeopleButton />
    </Panel>
  );
}
