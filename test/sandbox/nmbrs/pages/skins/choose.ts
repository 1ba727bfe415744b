import type { Variant } from '../switches.ts';
import { angularSkin } from './angular.ts';
import { classicSkin } from './classic.ts';
import { definitionSkin } from './definition.ts';
import { extSkin } from './ext.ts';
import type { Skin } from './skin.ts';
import { splitSkin } from './split.ts';

export const skinOf: Readonly<Record<Variant, Skin>> = {
  A: classicSkin,
  B: splitSkin,
  C: angularSkin,
  D: splitSkin,
  E: definitionSkin,
  F: extSkin,
};
