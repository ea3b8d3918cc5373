/** The words of the current and the future state of a journey. */
export const states = {
  title: "Current and future state",
  back: "To the future state",
  current: "Now",
  future: "Future state",
  both: "Now and future side by side",
  bothOf: "Now and future side by side: “{{title}}”",
  besideCurrent: "A future state. Side by side with “{{title}}”",
  besideFuture: "Side by side with its future state “{{title}}”",
  make: "Make a future state of it",
  newTitle: "{{title}}, future state",
  made: "This is the future state, with everything as it is now. Customers' quotes stayed with the original.",
  map: "The map of “{{name}}”, scrolls together with the other",
  picture: "The map of “{{name}}”",
  noPicture: "The map could not be drawn just now. Load the page again to try once more.",
  smaller: "Smaller",
  larger: "Larger",
  differ: "What is different in the future",
  leftOut:
    "Customers' quotes and kept or broken promises belong to what has happened. They stay with the journey of now and are not counted as differences.",
};
