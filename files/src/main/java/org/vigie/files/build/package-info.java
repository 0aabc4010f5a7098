/** Which build of the program runs. */
@NullMarked
package org.vigie.files.build;

import org.jspecify.annotations.NullMarked;
