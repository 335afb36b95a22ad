import type { TargetReply } from '../../domain/analysis/answer-targets.ts';
import { pageArguments } from '../../domain/paging/page.ts';
import {
  deleteTargetList,
  renameTargetList,
  restoreTargetList,
  saveTargetList,
  type TargetListResult,
  type TargetListTools,
} from '../../domain/target-lists/target-list-desk.ts';
import type { TargetListQuestion } from '../../domain/target-lists/target-list.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/schema-types.ts';
import { globalId } from '../global-id.ts';
import { criteriaOf } from './targets.ts';
import { textIn } from './wording.ts';

/** Saved lists of target firms, and their changes. */
export const targetListResolvers: Resolvers = {
  Query: {
    targetList: (_root, { id }, { targetListById }) => targetListById.load(id),
    targetLists: (_root, { first, after }, { targetLists, asked }) =>
      targetLists.page(pageArguments(first, after), asked),
  },
  Mutation: {
    saveTargetList: async (_root, { input }, context) =>
      payload(
        await saveTargetList(toolsOf(context), {
          list: input.list ?? null,
          expectedRevision: input.expectedRevision ?? null,
          key: input.key ?? null,
          name: input.name,
          question: {
            region: input.region,
            segment: input.segment,
            criteria: criteriaOf(input.criteria),
            parameters: input.parameters ?? [],
          },
          firms: input.firms.map(({ firm, note, nextStep }) => ({
            firm,
            note: note ?? '',
            nextStep: nextStep ?? '',
          })),
        }),
      ),
    renameTargetList: async (_root, { input }, context) => payload(await renameTargetList(toolsOf(context), input)),
    deleteTargetList: async (_root, { input }, context) => payload(await deleteTargetList(toolsOf(context), input)),
    restoreTargetList: async (_root, { input }, context) =>
      payload(await restoreTargetList(toolsOf(context), input.list)),
  },
  UserError: {
    message: (error, args) => textIn(error.zh, error.en, args),
    field: (error) => [...error.field],
  },
  TargetList: {
    id: globalId,
    code: (list) => list.id,
    region: (list, _args, { index }) => index.region(list.region) ?? null,
    regionCode: (list) => list.region,
    segment: (list, _args, { index }) => index.segment(list.segment) ?? null,
    segmentCode: (list) => list.segment,
    criteria: ({ criteria }) => ({
      ...criteria,
      origin: criteria.origin === null ? null : criteria.origin === 'outside' ? 'OUTSIDE' : 'IN_PROVINCE',
    }),
    parameters: (list) => [...list.parameters],
    firms: async (list, _args, context) => {
      const entries = await context.firmsOfTargetList.load(list.id);
      // One ranking for all firms of the list, and none when nobody asks.
      let ranking: Promise<TargetReply | null> | null = null;
      return entries.map((entry) => ({
        entry,
        now: async () => {
          ranking ??= presentRanking(context, list);
          return (await ranking)?.standingOf(entry.firm) ?? null;
        },
      }));
    },
  },
  TargetListEntry: {
    position: ({ entry }) => entry.position,
    firmCode: ({ entry }) => entry.firm,
    firmName: ({ entry }) => entry.firmName,
    firm: ({ entry }, _args, { firmById }) => firmById.load(entry.firm),
    note: ({ entry }) => entry.note,
    nextStep: ({ entry }) => entry.nextStep,
    addedAt: ({ entry }) => entry.addedAt,
    releaseId: ({ entry }) => entry.releaseId,
    scoreThen: ({ entry }) => entry.score,
    // The ranking may rest on the release before for a second; a firm that is gone stands nowhere.
    now: async ({ entry, now }, _args, { firmById }) => ((await firmById.load(entry.firm)) === null ? null : now()),
  },
  TargetListConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
};

function payload({ list, errors }: TargetListResult) {
  return { list, userErrors: [...errors] };
}

/** The ranking of a list's question on the present release; null when the map no longer holds its place or segment. */
function presentRanking(context: Context, list: TargetListQuestion): Promise<TargetReply | null> {
  const { index } = context;
  const isThere = index.region(list.region) !== undefined && index.segment(list.segment) !== undefined;
  return isThere ? rankingFor(context, list) : Promise.resolve(null);
}

function rankingFor(
  { analysis, index, firms, observations, today, asked }: Context,
  { segment, region, criteria, parameters }: TargetListQuestion,
): Promise<TargetReply> {
  return analysis.targets(
    index,
    { segment, region, criteria, whyNot: null, limit: 1, parameters, today },
    { firms, observations },
    asked,
  );
}

function toolsOf(context: Context): TargetListTools {
  const { targetLists, firms, index, now, newId, asked } = context;
  return {
    lists: targetLists,
    firms,
    rankingFor: (question) => rankingFor(context, question),
    releaseId: index.map.release.id,
    now: now(),
    newId,
    asked,
  };
}
