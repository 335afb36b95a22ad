import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { creditCodeFault } from '../../domain/imports/unified-social-credit-code.ts';

/** A scalar that travels as a string and is checked on the way in; what the graph holds is trusted on the way out. */
function textScalar(
  name: string,
  isValid: (text: string) => boolean,
  advice: string,
): GraphQLScalarType<string, string> {
  const check = (value: unknown): string => {
    if (typeof value === 'string' && isValid(value)) return value;
    throw new GraphQLError(`${name}: ${advice}`, { extensions: { code: 'BAD_USER_INPUT' } });
  };
  return new GraphQLScalarType<string, string>({
    name,
    serialize: (value) => {
      if (typeof value === 'string') return value;
      throw new TypeError(`${name} must be a string`);
    },
    parseValue: check,
    parseLiteral: (node) => check(node.kind === Kind.STRING ? node.value : null),
  });
}

export const codeScalars = {
  DivisionCode: textScalar(
    'DivisionCode',
    (text) => /^\d{6}(\d{3})?$/.test(text),
    'six digits (province, prefecture, county) or nine (town), for example "445200".',
  ),
  IndustryCode: textScalar('IndustryCode', (text) => /^\d{2,4}$/.test(text), 'two to four digits, for example "1713".'),
  UnifiedSocialCreditCode: textScalar(
    'UnifiedSocialCreditCode',
    (text) => creditCodeFault(text) === null,
    '18 characters with a valid check character; see GB 32100.',
  ),
  PartialDate: textScalar(
    'PartialDate',
    (text) => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text),
    'a year, a month or a day, for example "2023", "2023-02" or "2023-02-15".',
  ),
};
