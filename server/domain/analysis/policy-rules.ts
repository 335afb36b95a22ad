/**
 * The few hard rules that are read into the words of the 2023 opinions (粤工信消费函〔2023〕2号). Each names its measure, so
 * that an answer can quote it. They come before any score.
 */

/** 印染 and 洗水 with all their parts go only into a park with central waste-water treatment. */
export const WASTEWATER_RULE = {
  measure: 'S23-M19',
  segments: ['D1', 'D2'],
  feature: 'central_wastewater',
} as const;

/**
 * High-end links are not proposed to leave the Delta ("鼓励珠三角地区保留产业链上的高端链条"). Creative and industrial design is
 * the one segment of the chain that is high-end as a whole; the high-end part of any other cannot be told from the data.
 */
export const STAYS_RULE = { measure: 'S23-M4', segments: ['V1'], zone: 'PRD' } as const;

/** The same sentence names 珠三角 as the place that keeps links, not as one that takes them over. */
export function namesToRetain(measure: string, zone: string): boolean {
  return measure === STAYS_RULE.measure && zone === STAYS_RULE.zone;
}

/**
 * Admission and land of parks: the measure asks the parks to plan their space and the layout of the chain
 * ("高标准做好园区空间规划、产业链布局"); it names no figures, so these come from the parks' own sources.
 */
export const PARKS_RULE = { measure: 'S23-M4' } as const;
