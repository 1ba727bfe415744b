interface SkeletonProps {
  /** What is being waited for, for those who do not see the grey bars. */
  readonly label: string;
  readonly heights: readonly number[];
}

/** Grey bars in the place of what is coming. */
export function Skeleton({ label, heights }: SkeletonProps) {
  return (
    <div class="skeletons" role="status">
      <span class="visually-hidden">{label}</span>
      {heights.map((height, index) => (
        <div class="skeleton" key={`${index}-${height}`} style={{ height: `${height}px` }} />
      ))}
    </div>
  );
}
