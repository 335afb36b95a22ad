/** Type on a wall is this much larger; the same as in ui/styles/wall.css. */
export const WALL_ZOOM = 1.5;
/** Screens wider than 4K get one canvas pixel a px: more costs frames and shows nothing from across a hall. */
const FOUR_K = 3840;

/**
 * Canvas pixels a CSS px for the pictures, as an option to spread; left out where the screen's own ratio is right. On a
 * wall everything is drawn larger, so a canvas needs more pixels to stay sharp.
 */
export function pixelRatioOf(isWall: boolean): { readonly pixelRatio?: number } {
  if (!isWall) return {};
  const isHuge = window.innerWidth * window.devicePixelRatio > FOUR_K;
  return { pixelRatio: isHuge ? 1 : WALL_ZOOM * window.devicePixelRatio };
}
