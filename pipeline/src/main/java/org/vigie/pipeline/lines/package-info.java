/** Lines of text files that are emptied. */
@NullMarked
package org.vigie.pipeline.lines;

import org.jspecify.annotations.NullMarked;
