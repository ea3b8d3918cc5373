/** Something is on its way; what, is said in words. */
export function Waiting({ words }: { readonly words: string }) {
  return (
    <div className="empty" role="status">
      <div className="spinner" aria-hidden="true" />
      <p>{words}</p>
    </div>
  );
}
