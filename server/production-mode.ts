/**
 * Imported before everything else: GraphQL decides while it is loaded whether it checks every value of an answer for a
 * second copy of itself, a help for developers that costs a tenth of a large answer. A mode that was given stays.
 */
process.env['NODE_ENV'] ??= 'production';
