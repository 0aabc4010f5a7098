/**
 * Files that people have: recognised by what stands in them, and read into adverts' parts.
 *
 * <p>More than 40 files: a reader for each kind of file, and what readers share.
 */
@NullMarked
package org.vigie.capture.file;

import org.jspecify.annotations.NullMarked;
