/** A synthetic web with planted campaigns and known truth. */
@NullMarked
package org.vigie.world;

import org.jspecify.annotations.NullMarked;
