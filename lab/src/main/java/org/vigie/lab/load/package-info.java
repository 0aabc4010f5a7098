/** Measures the pages under load, with Lucene alone beside them. */
@NullMarked
package org.vigie.lab.load;

import org.jspecify.annotations.NullMarked;
