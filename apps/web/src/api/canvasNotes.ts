import type { CanvasNoteChange, NewCanvasNote } from "@polku/protocol";
import { useMutation } from "@tanstack/react-query";
import { request } from "./request.ts";

const path = (journeyId: string) => `/api/v1/journeys/${journeyId}/canvas-notes`;

/** What somebody who takes part does with notes of their own; the map brings them back as it does everything. */
export function useOwnNotes(journeyId: string) {
  const add = useMutation({
    mutationFn: (note: NewCanvasNote) => request<void>("POST", path(journeyId), note),
  });
  const change = useMutation({
    mutationFn: ({ id, ...asked }: CanvasNoteChange & { id: string }) =>
      request<void>("PATCH", `${path(journeyId)}/${id}`, asked),
  });
  const remove = useMutation({
    mutationFn: (id: string) => request<void>("DELETE", `${path(journeyId)}/${id}`),
  });
  return { add, change, remove };
}

/** Lays a note of one's own at a place: px of the map, or of the corner of the card that it hangs on. */
export function placeOwnNote(
  journeyId: string,
  id: string,
  at: NonNullable<CanvasNoteChange["at"]>,
): Promise<void> {
  return request<void>("PATCH", `${path(journeyId)}/${id}`, { at });
}
