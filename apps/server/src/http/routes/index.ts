import type { Route } from "../route.ts";
import { contactRoutes } from "./contacts.ts";
import { healthRoutes } from "./health.ts";
import { importRoutes } from "./imports.ts";
import { journeyRoutes } from "./journeys.ts";
import { linkRoutes } from "./links.ts";
import { meRoutes } from "./me.ts";
import { quoteRoutes } from "./quotes.ts";
import { sourceRoutes } from "./sources.ts";

/** Every route of the server. A test walks this list; what is not in it is not served. */
export const routes: readonly Route[] = [
  ...healthRoutes,
  ...meRoutes,
  ...journeyRoutes,
  ...linkRoutes,
  ...sourceRoutes,
  ...importRoutes,
  ...contactRoutes,
  ...quoteRoutes,
];
