/** The words of journeys that were deleted, until they go for good. */
export const deleted = {
  title: "Deleted journeys",
  what: "A deleted journey stays here for 30 days and can be brought back as it was. Then it goes for good, with its versions, images, comments, tasks and workshops. What customers said stays in the library.",
  none: "Nothing is deleted.",
  until: "deleted {{when}} · goes for good {{until}}",
  restore: "Bring back",
  restoreNamed: "Bring back: {{title}}",
  restored: "It is among the journeys again: {{title}}",
  purge: "Delete for good",
  purgeNamed: "Delete for good: {{title}}",
  purgeSure:
    "Delete “{{title}}” for good? Nobody can bring it back, not from a backup either. Saving waits for a moment meanwhile.",
  keep: "Keep it",
  gone: "Gone for good: {{title}}",
  remove: "Delete the journey",
  removeSure:
    "Delete this journey? Whoever has it open leaves it. It can be brought back for 30 days from the deleted journeys.",
  removed: "Deleted: {{title}}. It can be brought back for 30 days.",
};
