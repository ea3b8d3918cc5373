/** The words of tasks: what somebody will do, who and by when. */
export const tasks = {
  add: "Add a task",
  addOn: "Add a task on “{{thing}}”",
  make: "Make it a task",
  made: "It is among the tasks now: {{text}}",
  text: "What will be done",
  textHint: "Call back the same day",
  owner: "Who",
  dueOn: "By when",
  keep: "Keep the task",
  none: "No tasks yet",
  noneHelp:
    "A task says what is done, who does it and by when. It can be made of a comment, a touchpoint or a vote.",
  nobody: "Nobody yet",
  by: "by {{day}}",
  late: "was due {{day}}",
  doneBy: "done, {{name}}",
  remove: "Remove: {{text}}",
};
