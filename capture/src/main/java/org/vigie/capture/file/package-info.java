/** Files that people have: recognised by what stands in them, and read into adverts' parts. */
@NullMarked
package org.vigie.capture.file;

import org.jspecify.annotations.NullMarked;
