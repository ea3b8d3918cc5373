import type { FirstLook } from "@polku/drawing";
import { lookInPage, namedColours, PALETTES } from "@polku/drawing";
import { isJourneyId, languageOf, type Language } from "@polku/protocol";
import type { FastifyRequest } from "fastify";
import { mayInJourney } from "../policies/policy.ts";
import type { Services } from "../services.ts";
import { headersOf } from "./guardRoute.ts";

/** A journey's map, not a page beside it nor a place on it. */
const MAP = /^\/j\/([\w-]+)(?:\?view=map)?$/;

/** Longer than this, ms, no page waits for a picture: it would hold back the app, which is to come all the same. */
const PATIENCE = 30;

/** Over the whole window, the map under the bar: of its own, since the styles of the app come later. */
const PLACE =
  "position:fixed;z-index:30;inset:0;overflow:hidden;pointer-events:none;border-top:48px solid var(--surface);background:var(--paper);color:var(--ink)";

/** In both themes at once: the script at the head of the page says which of them counts. */
const COLOURS = namedColours(PALETTES.light)
  .map(([name, light], i) => `--${name}:light-dark(${light},${namedColours(PALETTES.dark)[i]?.[1] ?? light})`)
  .join(";");

/**
 * The map's beginning as markup for the page that is asked for; nothing for other pages, for who may not read the journey, and while a
 * workshop has everybody elsewhere. `public/opening.js` puts it into its place.
 */
export async function firstLookFor(services: Services, request: FastifyRequest): Promise<string | null> {
  const id = MAP.exec(request.url)?.[1];
  if (id === undefined || !isJourneyId(id)) return null;
  const actor = await services.accounts.actorOf(headersOf(request));
  if (!mayInJourney(actor, "journey.read", id, services.clock.now()).allowed) return null;
  if ((await services.journeys.find(id)) === undefined) return null;
  if (!(await services.workshops.showsBeginning(id))) return null;
  const language = languageOf(request.headers["accept-language"]);
  const look = await services.firstLooks.of(id, language, PATIENCE);
  return look && markup(look, language);
}

function markup(look: FirstLook, language: Language): string {
  const size = `data-width="${Math.round(look.width)}" data-height="${Math.round(look.height)}"`;
  const style = `color-scheme:light dark;${COLOURS};${PLACE}`;
  const svg = lookInPage(look, "position:absolute;top:14px;left:20px;transform-origin:0 0");
  return `<div id="first-look" aria-hidden="true" lang="${language}" ${size} style="${style}">${svg}</div>`;
}
