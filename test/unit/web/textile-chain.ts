import type { ChainFeed, ChainModel, FeedKind } from '../../../web/graph/layout/chain-model.ts';

/**
 * The textile chain as the domain handbook's segment table writes it: code, Chinese name, English name, parent, what it
 * feeds. A prefix marks the kind (E: equipment, A: auxiliary, S: service); an edge to a parent stands for all its leaves.
 */
const SEGMENTS: readonly (readonly [string, string, string, string, string])[] = [
  ['F', '纤维原料与纤维', 'Fibre materials and fibres', '', ''],
  ['F1', '天然纤维原料', 'Natural fibre materials', 'F', ''],
  ['F11', '茧丝（缫丝）', 'Reeled silk', 'F1', 'W14'],
  ['F12', '羽绒羽毛加工', 'Down and feather processing', 'F1', 'P15, P4'],
  ['F2', '化学纤维', 'Chemical fibres', 'F', ''],
  ['F21', '合成纤维单体与聚合物', 'Fibre monomers and polymers', 'F2', 'F22, F23'],
  ['F22', '涤纶', 'Polyester fibre', 'F2', 'Y1, W13, W22, W3'],
  ['F23', '锦纶', 'Polyamide fibre', 'F2', 'W13, W22'],
  ['F24', '丙纶', 'Polypropylene fibre', 'F2', 'W3'],
  ['F25', '粘胶等纤维素纤维', 'Viscose and other cellulosics', 'F2', 'Y1, W3'],
  ['F26', '生物基化学纤维', 'Bio-based fibres', 'F2', 'Y1, W3'],
  ['F27', '再生化学纤维', 'Recycled chemical fibres', 'F2', 'Y1, W13, W3'],
  ['Y', '纺纱', 'Spinning', '', ''],
  ['Y1', '棉及混纺纱', 'Cotton and blended yarn', 'Y', 'W11, W12, W21'],
  ['Y2', '毛纱', 'Wool and wool-like yarn', 'Y', 'P23'],
  ['W', '织造与非织造', 'Fabric forming', '', ''],
  ['W1', '机织', 'Weaving', 'W', ''],
  ['W11', '棉织造', 'Cotton weaving', 'W1', 'D11'],
  ['W12', '牛仔布', 'Denim fabric', 'W1', 'P13'],
  ['W13', '化纤织造', 'Chemical-fibre weaving', 'W1', 'D12, P52'],
  ['W14', '丝织', 'Silk weaving', 'W1', 'D14'],
  ['W2', '针织', 'Knitting', 'W', ''],
  ['W21', '棉针织面料', 'Cotton knits', 'W2', 'D13'],
  ['W22', '化纤针织与经编面料', 'Synthetic and warp knits', 'W2', 'D13, P52'],
  ['W3', '非织造布', 'Nonwovens', 'W', 'P51, P52, P53'],
  ['D', '染整与洗水', 'Wet processing', '', ''],
  ['D1', '印染', 'Dyeing and printing', 'D', ''],
  ['D11', '棉印染', 'Cotton dyeing/finishing', 'D1', 'P11, P12, P24, P4'],
  ['D12', '化纤织物染整', 'Chemical-fibre dyeing/finishing', 'D1', 'P11, P12, P14, P15, P24, P4'],
  ['D13', '针织物印染', 'Knit dyeing/finishing', 'D1', 'P21, P22, P24'],
  ['D14', '丝绸染整（含香云纱）', 'Silk finishing (incl. gambiered silk)', 'D1', 'P12, P14'],
  ['D2', '洗水', 'Garment washing', 'D', 'V2, V3'],
  ['P', '终端制成品', 'Finished goods', '', ''],
  ['P0', '服装', 'Apparel', 'P', ''],
  ['P1', '机织服装', 'Woven apparel', 'P0', 'V2, V3'],
  ['P11', '男装与衬衫', 'Menswear, shirts', 'P1', ''],
  ['P12', '女装', 'Womenswear', 'P1', ''],
  ['P13', '牛仔服装', 'Denim garments', 'P1', 'D2'],
  ['P14', '婚纱晚礼服', 'Bridal and evening wear', 'P1', ''],
  ['P15', '羽绒服装', 'Down garments', 'P1', ''],
  ['P2', '针织服装', 'Knitted apparel', 'P0', 'V2, V3'],
  ['P21', '内衣', 'Underwear', 'P2', ''],
  ['P22', '家居服', 'Loungewear', 'P2', ''],
  ['P23', '工艺毛衫（毛织）', 'Sweaters', 'P2', ''],
  ['P24', '休闲与体育运动服装', 'Casual and sportswear', 'P2', ''],
  ['P4', '家纺', 'Home textiles', 'P', 'V2, V3'],
  ['P5', '产业用纺织品', 'Technical textiles', 'P', 'V2'],
  ['P51', '医用与卫生纺织品', 'Medical and hygiene textiles', 'P5', ''],
  ['P52', '交通与增强用纺织品', 'Transport and reinforcement textiles', 'P5', ''],
  ['P53', '防护、土工、过滤、渔业用纺织品', 'Protective, geo-, filter, fishery textiles', 'P5', ''],
  ['S', '装备、辅料与助剂', 'Equipment, trims, chemicals', '', ''],
  ['S1', '纺织机械', 'Textile machinery', 'S', 'E:Y1, E:Y2, E:W, E:D1'],
  ['S2', '缝制与洗涤机械', 'Sewing and washing machinery', 'S', 'E:P1, E:P2, E:P4, E:D2'],
  ['S3', '纺织服装辅料', 'Trims and accessories', 'S', 'A:P1, A:P2, A:P4'],
  ['S4', '纺织印染助剂', 'Textile auxiliaries', 'S', 'A:D1, A:D2'],
  ['S5', '染料', 'Dyestuffs', 'S', 'A:D1'],
  ['V', '设计、商贸与循环', 'Design, trade, circularity', '', ''],
  ['V1', '创意与工业设计', 'Creative and industrial design', 'V', 'S:P1, S:P2, S:P4'],
  ['V2', '专业市场、批发与会展', 'Specialised markets, wholesale, fairs', 'V', ''],
  ['V3', '品牌零售与电商', 'Brand retail and e-commerce', 'V', ''],
  ['V4', '废旧纺织品循环利用', 'Textile waste recycling', 'V', 'F27'],
];

const KINDS: Readonly<Record<string, FeedKind>> = { 'E:': 'EQUIPMENT', 'A:': 'AUXILIARY', 'S:': 'SERVICE' };
const childrenOf = (code: string): string[] => SEGMENTS.filter(([, , , parent]) => parent === code).map(([own]) => own);
const leavesOf = (code: string): string[] => {
  const children = childrenOf(code);
  return children.length === 0 ? [code] : children.flatMap(leavesOf);
};
const rootOf = (code: string): string => {
  const parent = SEGMENTS.find(([own]) => own === code)?.[3] ?? '';
  return parent === '' ? code : rootOf(parent);
};

const ancestorsOf = (code: string): string[] => {
  const parent = SEGMENTS.find(([own]) => own === code)?.[3] ?? '';
  return parent === '' ? [] : [...ancestorsOf(parent), parent];
};

/** Members of a cut with their place in the tree. */
export function cutMembers(cut: readonly string[]) {
  return cut.map((code) => ({
    code,
    ancestors: ancestorsOf(code).map((ancestor) => ({ code: ancestor })),
    children: childrenOf(code).map((child) => ({ code: child })),
  }));
}

const LEAF_FEEDS: readonly ChainFeed[] = [
  ...SEGMENTS.flatMap(([code, , , , feeds]) =>
    feeds
      .split(', ')
      .filter((target) => target !== '')
      .flatMap((target) => {
        const kind = KINDS[target.slice(0, 2)];
        const to = kind === undefined ? target : target.slice(2);
        return leavesOf(code).flatMap((from) =>
          leavesOf(to).map((leaf): ChainFeed => ({ from, to: leaf, kind: kind ?? 'MATERIAL' })),
        );
      }),
  ),
  { from: 'V3', to: 'V4', kind: 'LOOP' },
];

/** Main stages in the order of the flow, with the side stage where the service has it. */
const STAGES = ['F', 'Y', 'W', 'D', 'P', 'S', 'V'];

/** All leaves: the finest cut. */
export const LEAF_CUT: readonly string[] = STAGES.flatMap(leavesOf);

/** The cut at the level of the firm counts. */
export const COUNT_CUT: readonly string[] = 'F11 F12 F2 Y W1 W2 W3 D1 D2 P0 P4 P5 S1 S2 S3 S4 S5 V1 V2 V3 V4'.split(
  ' ',
);

/** The chain on a cut, leaf links aggregated to it. */
export function textileChain(cut: readonly string[], lang: 'zh' | 'en' = 'zh'): ChainModel {
  const name = (code: string): string => SEGMENTS.find(([own]) => own === code)?.[lang === 'zh' ? 1 : 2] ?? code;
  const memberOf = new Map(cut.flatMap((code) => leavesOf(code).map((leaf) => [leaf, code] as const)));
  const feeds = new Map<string, ChainFeed>();
  for (const feed of LEAF_FEEDS) {
    const from = memberOf.get(feed.from);
    const to = memberOf.get(feed.to);
    if (from === undefined || to === undefined || from === to) continue;
    feeds.set(`${from}>${to}:${feed.kind}`, { from, to, kind: feed.kind });
  }
  return {
    stages: STAGES.map((code) => ({
      code,
      name: name(code),
      side: code === 'S',
      members: cut
        .filter((member) => rootOf(member) === code)
        .map((member) => ({
          code: member,
          name: name(member),
          ancestors: ancestorsOf(member).map((ancestor) => ({ code: ancestor, name: name(ancestor) })),
          hasParts: childrenOf(member).length > 0,
        })),
    })),
    feeds: [...feeds.values()],
  };
}
