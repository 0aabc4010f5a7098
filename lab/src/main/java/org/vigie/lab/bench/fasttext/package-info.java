/** The classifier beside fastText, on the same texts in the same run. */
@NullMarked
package org.vigie.lab.bench.fasttext;

import org.jspecify.annotations.NullMarked;
