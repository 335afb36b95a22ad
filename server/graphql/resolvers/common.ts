import { invariant } from '../../domain/app-error.ts';
import { oldestCountSource } from '../../domain/map/release-facts.ts';
import { pageArguments, pageOf } from '../../domain/paging/page.ts';
import type { Resolvers } from '../generated/schema-types.ts';
import { globalId } from '../global-id.ts';
import { textIn } from './wording.ts';

/** Evidence, sources, releases, scores: the types that every other domain uses. */
export const commonResolvers: Resolvers = {
  Query: {
    release: (_root, _args, { index }) => index.map.release,
    sources: (_root, { kind, first, after }, { index }) =>
      pageOf(
        index.map.sources.filter((source) => kind === null || kind === undefined || source.kind === kind),
        (source) => source.id,
        pageArguments(first, after),
      ),
  },
  Node: { __resolveType: (entity) => entity.type },
  Release: {
    oldestSource: (_release, _args, { index }) => oldestCountSource(index.map).date,
    coverage: (_release, _args, { index }) => oldestCountSource(index.map).coverage,
  },
  Evidence: {
    source: (evidence, _args, { index }) => {
      const source = index.source(evidence.source);
      invariant(source !== undefined, `the source ${evidence.source} of a fact is not in the map`);
      return source;
    },
  },
  Source: {
    id: globalId,
    code: (source) => source.id,
    coverage: (source, _args, { index }) => [...index.coveragesOf(source.id)],
  },
  Coverage: {
    regions: (coverage) => (coverage.regions === null ? null : [...coverage.regions]),
    segments: (coverage) => (coverage.segments === null ? null : [...coverage.segments]),
  },
  Score: { components: (score) => [...score.components] },
  ScoreComponent: {
    label: (component, args) => textIn(component.labelZh, component.labelEn, args),
    state: (component) =>
      component.value === 'n/a' ? 'NOT_APPLICABLE' : component.value === 'unknown' ? 'UNKNOWN' : 'KNOWN',
    value: (component) => (typeof component.value === 'number' ? component.value : null),
    facts: (component) => [...component.facts],
  },
  Fact: {
    text: (sentence, args) => textIn(sentence.zh, sentence.en, args),
    sources: (sentence) => [...sentence.evidence],
  },
  SourceConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
};
