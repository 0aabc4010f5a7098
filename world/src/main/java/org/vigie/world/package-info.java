/**
 * A synthetic web with planted campaigns and known truth.
 *
 * <p>More than 40 files: most are the inside of one generator, seen by no other package, and would
 * have to be opened to each other if they were parted.
 */
@NullMarked
package org.vigie.world;

import org.jspecify.annotations.NullMarked;
