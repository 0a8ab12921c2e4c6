// The contract reads by itself: every type, field, argument and value is described, and every list says how long it can be.
import {
  buildSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import { readSdl } from '../../src/server/graphql/schema-files.js';

const schema = buildSchema(readSdl());
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && type.astNode);

test('everything in the schema is described', () => {
  const bare: string[] = [];
  const look = (name: string, described: { readonly description?: string | null | undefined }) => {
    if (!described.description) bare.push(name);
  };
  for (const type of types) {
    look(type.name, type);
    if (isEnumType(type)) type.getValues().forEach((value) => look(`${type.name}.${value.name}`, value));
    if (isInputObjectType(type))
      Object.values(type.getFields()).forEach((field) => look(`${type.name}.${field.name}`, field));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      look(`${type.name}.${field.name}`, field);
      field.args.forEach((argument) => look(`${type.name}.${field.name}(${argument.name})`, argument));
    }
  }
  expect(bare).toEqual([]);
});

test('every list says how long it can be, so that its cost can be counted', () => {
  const unknown: string[] = [];
  for (const type of types) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const sized = field.astNode?.directives?.some((directive) => directive.name.value === 'listSize');
      const inConnection = type.name.endsWith('Connection');
      if (isListType(getNullableType(field.type)) && !sized && !inConnection)
        unknown.push(`${type.name}.${field.name}`);
    }
  }
  expect(unknown).toEqual([]);
});
