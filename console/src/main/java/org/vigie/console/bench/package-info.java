/** Measures the pages under load, with Lucene alone beside them. */
@NullMarked
package org.vigie.console.bench;

import org.jspecify.annotations.NullMarked;
