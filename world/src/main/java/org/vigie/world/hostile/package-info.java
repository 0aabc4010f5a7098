/** A small internet that breaks every rule, for crawlers to be tested against. */
@org.jspecify.annotations.NullMarked
package org.vigie.world.hostile;
