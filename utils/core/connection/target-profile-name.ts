/** The target profiles there are: what is particular to a target stands in `utils/connectors/scim/profiles/<name>.ts`. */
export const targetProfileNames = ['javelo', 'rfc'] as const;
export type TargetProfileName = (typeof targetProfileNames)[number];
