import type { JourneyView, PathView } from "@polku/journey";

/** A touchpoint as a place to pin to: its own name and where it stands. */
export type PinPlace = { readonly id: string; readonly title: string; readonly where: string };

function placesOf(view: JourneyView, path: PathView, within: string): PinPlace[] {
  return path.stages.flatMap((stage) =>
    stage.touchpointIds.map((id) => ({
      id,
      title: view.touchpoints.get(id)?.title ?? "",
      where: [within, stage.title].filter((part) => part !== "").join(" · "),
    })),
  );
}

/** Every touchpoint of the journey in the order of the map; those of a sub-journey come after, named with it. */
export function pinPlaces(view: JourneyView): PinPlace[] {
  const inner = [...view.subJourneys.values()].flatMap((sub) => placesOf(view, sub.path, sub.title));
  return [...placesOf(view, view.path, ""), ...inner];
}

/** Where the words of a search stand in a place's name; every word must be there. */
export function fits({ title, where }: PinPlace, search: string): boolean {
  const names = `${where} ${title}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => names.includes(word));
}
