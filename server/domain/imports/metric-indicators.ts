import type { IndicatorRow } from './kinds/indicators.ts';

/** Metric of the counts of firms by region and segment. */
export const FIRM_COUNT_METRIC = 'firms';

/**
 * The metrics that figures of parks and firms may carry, each with the indicator that its observations measure.
 * Adding a metric is adding a line here.
 */
const METRICS: Readonly<Record<string, { readonly nameZh: string; readonly nameEn: string; readonly unit: string }>> = {
  firms: { nameZh: '企业数', nameEn: 'Firms', unit: 'firm' },
  landTotalHa: { nameZh: '规划用地', nameEn: 'Land, total', unit: 'ha' },
  landAcquiredHa: { nameZh: '已征用地', nameEn: 'Land acquired', unit: 'ha' },
  landUsedHa: { nameZh: '已用地', nameEn: 'Land used', unit: 'ha' },
  landFreeHa: { nameZh: '可用地', nameEn: 'Land free', unit: 'ha' },
  landFirstPhaseHa: { nameZh: '首期用地', nameEn: 'Land of the first phase', unit: 'ha' },
  landSecondPhaseHa: { nameZh: '二期用地', nameEn: 'Land of the second phase', unit: 'ha' },
  standardPlantM2: { nameZh: '标准厂房面积', nameEn: 'Standard plant', unit: 'm2' },
  wastewaterTonnesPerDay: { nameZh: '污水日处理能力', nameEn: 'Waste-water capacity', unit: 't/day' },
  wastewaterPlannedTonnesPerDay: {
    nameZh: '规划污水日处理能力',
    nameEn: 'Planned waste-water capacity',
    unit: 't/day',
  },
  firmsSettled: { nameZh: '入驻企业数', nameEn: 'Firms settled', unit: 'firm' },
  firmsBuilding: { nameZh: '在建企业数', nameEn: 'Firms building', unit: 'firm' },
  firmsPlanned: { nameZh: '规划入园企业数', nameEn: 'Firms planned', unit: 'firm' },
  investmentPlannedCny: { nameZh: '计划投资', nameEn: 'Planned investment', unit: 'CNY' },
  valueAddedCny: { nameZh: '工业增加值', nameEn: 'Value added', unit: 'CNY' },
  fixedInvestmentGrowthPercent: { nameZh: '固定资产投资增速', nameEn: 'Growth of fixed investment', unit: '%' },
  employees: { nameZh: '从业人员', nameEn: 'Employees', unit: 'person' },
  revenueCny: { nameZh: '营业收入', nameEn: 'Revenue', unit: 'CNY' },
  registeredCapitalCny: { nameZh: '注册资本', nameEn: 'Registered capital', unit: 'CNY' },
};

/** The indicator of a metric; undefined for a metric that nobody has named. Its id is the metric. */
export function metricIndicator(metric: string): Omit<IndicatorRow, 'metric'> | undefined {
  const names = METRICS[metric];
  return names === undefined ? undefined : { id: metric, ...names, note: null };
}
