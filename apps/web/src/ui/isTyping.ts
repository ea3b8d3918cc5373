/** Whether a key, or what is pasted, goes into a text, a choice or a dialog, and is not for the map. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("textarea, input, select, [role=dialog], [role=menu], [contenteditable]") !== null
  );
}
