/** Captures in WARC files, written and read. */
@NullMarked
package org.vigie.capture.warc;

import org.jspecify.annotations.NullMarked;
