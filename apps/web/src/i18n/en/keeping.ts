/** What a person has written and the server has not: kept, offered, told. */
export const keeping = {
  stillHere: "What you wrote is still in this window. Take it with you as a file; it can be imported again.",
  save: "Save my copy as a file",
  anew: "Let go of my copy and load the journey anew",
  lost_one: "Deleted while you were away: one thing you had written on",
  lost_other: "Deleted while you were away: {{count}} things you had written on",
  lostHelp: "Your words are here. Copy what you still need.",
  kind: {
    cell: "Cell",
    touchpoint: "Touchpoint",
    stage: "Stage",
    lane: "Lane",
    subJourney: "Sub-journey",
    map: "Map",
  },
  copy: "Copy the words",
  copied: "The words are on the clipboard.",
  done: "I have what I need",
  kept: "This browser has a copy of the journey from your last visit, perhaps with changes that never reached the server.",
  throwAway: "Throw the copy away",
  noCopy: "No copy here",
  noCopyHelp:
    "This browser cannot keep a copy of the journey (a private window, a full disk or cleared data). What you write without a network is gone when the window closes.",
};
