/** Types of things that can be explored, in the order in which they are listed. */
export const EXPLORE_TYPES = [
  'Cluster',
  'Segment',
  'Region',
  'Zone',
  'Firm',
  'Park',
  'Policy',
  'Measure',
  'Department',
  'Target',
  'Asset',
  'Statement',
] as const;
export type ExploreType = (typeof EXPLORE_TYPES)[number];

/** A text in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/**
 * Relations that can be followed, in the order in which neighbours are listed: `words` is read from the first part to the
 * second; `out` says what the second part is to the first, `in` what the first is to the second.
 */
export const RELATIONS = [
  {
    id: 'PART_OF',
    words: { zh: '属于', en: 'is part of' },
    out: { zh: '上级', en: 'Part of' },
    in: { zh: '下级环节', en: 'Parts' },
  },
  {
    id: 'FEEDS',
    words: { zh: '供给', en: 'supplies' },
    out: { zh: '供给对象（下游）', en: 'Supplies (downstream)' },
    in: { zh: '供给方（上游）', en: 'Supplied by (upstream)' },
  },
  {
    id: 'OPERATES_IN',
    words: { zh: '从事', en: 'works in' },
    out: { zh: '从事的环节', en: 'Works in' },
    in: { zh: '从业企业', en: 'Firms at work' },
  },
  {
    id: 'LOCATED_IN',
    words: { zh: '位于', en: 'is in' },
    out: { zh: '所在地', en: 'Place' },
    in: { zh: '位于这里的', en: 'Located here' },
  },
  {
    id: 'HOSTS',
    words: { zh: '有企业从事', en: 'has firms in' },
    out: { zh: '有企业的环节', en: 'Segments with firms' },
    in: { zh: '有企业的地区', en: 'Regions with firms' },
  },
  {
    id: 'ACCEPTS',
    words: { zh: '接收', en: 'admits' },
    out: { zh: '接收的环节', en: 'Admits' },
    in: { zh: '接收它的园区', en: 'Parks that admit it' },
  },
  {
    id: 'APPLIES_TO',
    words: { zh: '针对', en: 'applies to' },
    out: { zh: '针对的对象', en: 'Applies to' },
    in: { zh: '针对它的措施', en: 'Measures for it' },
  },
  {
    id: 'LED_BY',
    words: { zh: '由其牵头', en: 'is led by' },
    out: { zh: '牵头部门', en: 'Led by' },
    in: { zh: '牵头的措施', en: 'Leads' },
  },
  {
    id: 'SUPPORTED_BY',
    words: { zh: '由其参与', en: 'is supported by' },
    out: { zh: '参与部门', en: 'Supported by' },
    in: { zh: '参与的措施', en: 'Takes part in' },
  },
  {
    id: 'MEASURE_OF',
    words: { zh: '出自', en: 'stands in' },
    out: { zh: '出自的政策', en: 'Stands in' },
    in: { zh: '所含措施', en: 'Measures' },
  },
  {
    id: 'TARGET_OF',
    words: { zh: '是其目标', en: 'is a target of' },
    out: { zh: '目标出自', en: 'Target of' },
    in: { zh: '量化目标', en: 'Targets' },
  },
  {
    id: 'NAMES',
    words: { zh: '点名', en: 'names' },
    out: { zh: '点名的', en: 'Names' },
    in: { zh: '点名它的措施', en: 'Named in' },
  },
  {
    id: 'PAIRED_WITH',
    words: { zh: '对口帮扶', en: 'helps its counterpart' },
    out: { zh: '帮扶的地区', en: 'Helps' },
    in: { zh: '帮扶它的地区', en: 'Helped by' },
  },
  {
    id: 'WITHIN',
    words: { zh: '隶属', en: 'lies in' },
    out: { zh: '上级地区', en: 'Lies in' },
    in: { zh: '下辖地区', en: 'Contains' },
  },
  {
    id: 'IN_ZONE',
    words: { zh: '属于片区', en: 'belongs to' },
    out: { zh: '所属片区', en: 'Zones' },
    in: { zh: '片区成员', en: 'Members' },
  },
  {
    id: 'ISSUED_BY',
    words: { zh: '由其发布', en: 'was issued by' },
    out: { zh: '发布部门', en: 'Issued by' },
    in: { zh: '发布的政策', en: 'Issued' },
  },
  {
    id: 'IMPLEMENTS',
    words: { zh: '落实', en: 'implements' },
    out: { zh: '落实的政策', en: 'Implements' },
    in: { zh: '落实它的政策', en: 'Implemented by' },
  },
  {
    id: 'INTERPRETS',
    words: { zh: '解读', en: 'interprets' },
    out: { zh: '解读的政策', en: 'Interprets' },
    in: { zh: '解读它的文件', en: 'Interpreted by' },
  },
  {
    id: 'SUCCEEDED_BY',
    words: { zh: '职能转入', en: 'was succeeded by' },
    out: { zh: '现部门', en: 'Succeeded by' },
    in: { zh: '原部门', en: 'Predecessors' },
  },
  {
    id: 'CONCERNS',
    words: { zh: '涉及', en: 'concerns' },
    out: { zh: '涉及的环节', en: 'Concerns' },
    in: { zh: '涉及它的称号、工艺和展会', en: 'Titles, crafts and fairs' },
  },
  {
    id: 'ABOUT',
    words: { zh: '说的是', en: 'is about' },
    out: { zh: '说的是', en: 'Is about' },
    in: { zh: '公开事实', en: 'Public facts' },
  },
] as const satisfies readonly {
  readonly id: string;
  readonly words: Words;
  readonly out: Words;
  readonly in: Words;
}[];

export type RelationId = (typeof RELATIONS)[number]['id'];
export type Relation = (typeof RELATIONS)[number];

const BY_ID: ReadonlyMap<RelationId, Relation> = new Map(RELATIONS.map((relation) => [relation.id, relation]));
const PLACES: ReadonlyMap<RelationId, number> = new Map(RELATIONS.map((relation, place) => [relation.id, place]));

/** The relation of an id. */
export function relationOf(id: RelationId): Relation {
  return BY_ID.get(id) ?? RELATIONS[0];
}

/** Place in the order of the list. */
export function relationPlace(id: RelationId): number {
  return PLACES.get(id) ?? 0;
}
