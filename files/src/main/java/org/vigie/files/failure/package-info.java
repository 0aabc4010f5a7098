/** How things go wrong, as exit codes and one line on standard error. */
@NullMarked
package org.vigie.files.failure;

import org.jspecify.annotations.NullMarked;
