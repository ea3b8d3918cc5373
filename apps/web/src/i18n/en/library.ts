/** The words of the research library and the import. */
export const library = {
  title: "Quotes",
};
