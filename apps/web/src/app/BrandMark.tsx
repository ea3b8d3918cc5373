/** The name with its path. */
export function BrandMark({ small }: { readonly small?: boolean }) {
  const size = small ? 24 : 36;
  return (
    <span className="brand" data-small={small || undefined}>
      <img src="/icon.svg" alt="" width={size} height={size} />
      <span>Polku</span>
    </span>
  );
}
