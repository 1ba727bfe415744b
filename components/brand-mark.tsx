/** The companion's own mark: two circles and what they have in common. Decorative: the name stands beside it. */
export function BrandMark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 128 128" aria-hidden="true">
      <rect width="128" height="128" rx="30" fill="#4f46e5" />
      <circle cx="46" cy="64" r="29" fill="none" stroke="#fff" stroke-width="11" />
      <circle cx="82" cy="64" r="29" fill="none" stroke="#fff" stroke-width="11" />
      <path d="M64 41.3a29 29 0 0 1 0 45.4a29 29 0 0 1 0-45.4z" fill="#fff" />
    </svg>
  );
}
