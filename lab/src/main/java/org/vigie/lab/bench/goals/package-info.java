/** The goals of speed, each with what is measured now and beside whom: {@code bench quick}. */
@NullMarked
package org.vigie.lab.bench.goals;

import org.jspecify.annotations.NullMarked;
