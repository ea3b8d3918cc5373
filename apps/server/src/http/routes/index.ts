import type { Route } from "../route.ts";
import { healthRoutes } from "./health.ts";
import { journeyRoutes } from "./journeys.ts";

/** Every route of the server. A test walks this list; what is not in it is not served. */
export const routes: readonly Route[] = [...healthRoutes, ...journeyRoutes];
