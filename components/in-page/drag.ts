import type { Point } from './placement.ts';

/** Lets something be dragged by a part of it that is not itself a button; tells where it was dropped. */
export function letDrag(element: HTMLElement, handle: string, dropped: (point: Point) => void): void {
  let grip: { readonly id: number; readonly x: number; readonly y: number } | null = null;
  const at = (event: PointerEvent, from: NonNullable<typeof grip>): Point => ({
    left: event.clientX - from.x,
    top: event.clientY - from.y,
  });
  element.addEventListener('pointerdown', (event) => {
    const part = event.target instanceof Element ? event.target : null;
    if (event.button !== 0 || !part?.closest(handle) || part.closest('button')) return;
    const { left, top } = element.getBoundingClientRect();
    grip = { id: event.pointerId, x: event.clientX - left, y: event.clientY - top };
    element.setPointerCapture(event.pointerId);
    // No text is marked on the way.
    event.preventDefault();
  });
  element.addEventListener('pointermove', (event) => {
    if (grip?.id !== event.pointerId) return;
    const { left, top } = at(event, grip);
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  });
  element.addEventListener('pointerup', (event) => {
    if (grip?.id !== event.pointerId) return;
    const point = at(event, grip);
    grip = null;
    element.releasePointerCapture(event.pointerId);
    dropped(point);
  });
}
