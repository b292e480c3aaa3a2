import type { CoverDesign } from '../../model/config.js';
import type { Design } from './design.js';
import { block } from './designs/block.js';
import { frame } from './designs/frame.js';
import { label } from './designs/label.js';
import { rules } from './designs/rules.js';

/** Every design, by its name. */
export const DESIGNS: Readonly<Record<CoverDesign, Design>> = { frame, rules, label, block };
