import type { JourneyFile } from "./journeyFile.ts";

/**
 * A journey as the beginning of its own future state: everything in it under the same ids, so that the two can be compared thing by thing,
 * and nothing of what has really happened (RULES J28). The title is the caller's, for it is said in a language.
 */
export function futureStateOf(file: JourneyFile, title: string): JourneyFile {
  const { locked: _locked, ...meta } = file.meta;
  return {
    ...file,
    meta: { ...meta, title, state: "future" },
    pins: [],
    pastExpectations: [],
    personas: file.personas.map(({ quoteId: _quoteId, ...persona }) => persona),
    promises: file.promises.map(
      ({ keptAt: _keptAt, noticedAt: _noticedAt, status: _status, ...promise }) => promise,
    ),
    insights: file.insights.map(
      ({ quoteIds: _quoteIds, toldQuoteIds: _told, toldAt: _toldAt, ...insight }) => insight,
    ),
  };
}
