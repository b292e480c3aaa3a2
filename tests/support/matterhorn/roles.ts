import type { Report } from './report.js';
import { isStandard, type Structure } from './structure.js';

/** Whether every type that is used is a standard one or leads to one (ISO 14289-1, 7.1, paragraphs 3 and 4). */
export function checkRoles(tree: Structure, report: Report): void {
  const circles = new Set<string>();
  for (const role of tree.roles.keys()) {
    if (isStandard(role))
      report.add('02-004', () => `The role map gives ${role}, a standard type, another meaning.`);
    else if (isCircle(tree.roles, role)) circles.add(role);
  }
  for (const role of circles) report.add('02-003', () => `The role map leads from ${role} back to ${role}.`);
  const told = new Set<string>();
  for (const element of tree.elements) {
    const { role } = element;
    if (element.type !== '' || told.has(role) || circles.has(role)) continue;
    told.add(role);
    report.add('02-001', () => `No standard type is given for ${tree.describe(element)}.`);
  }
}

function isCircle(roles: ReadonlyMap<string, string>, role: string): boolean {
  const seen = new Set<string>();
  for (let name = roles.get(role); name !== undefined && !isStandard(name); name = roles.get(name)) {
    if (name === role) return true;
    // It leads into a circle that it is no part of.
    if (seen.has(name)) return false;
    seen.add(name);
  }
  return false;
}
