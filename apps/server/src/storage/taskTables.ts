/** Something that somebody will do about a thing of the map. `dueOn` is a day (YYYY-MM-DD); `commentId` the thread it came from. */
export type TaskRow = {
  id: string;
  journeyId: string;
  thing: string;
  text: string;
  owner: string | null;
  dueOn: string | null;
  commentId: string | null;
  authorId: string;
  authorName: string;
  at: number;
  doneAt: number | null;
  doneBy: string | null;
};

export type TaskTables = { task: TaskRow };
