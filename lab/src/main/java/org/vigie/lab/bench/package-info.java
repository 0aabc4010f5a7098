/** Benchmarks, each beside the floor that it is held against. */
@NullMarked
package org.vigie.lab.bench;

import org.jspecify.annotations.NullMarked;
