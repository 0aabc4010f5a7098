/**
 * Lines of text files: what they are written in, whether they are lines, and how one is emptied.
 */
@NullMarked
package org.vigie.pipeline.lines;

import org.jspecify.annotations.NullMarked;
