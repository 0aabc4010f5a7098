/** What goes to other authorities and comes from them: packages and formats, no services. */
@NullMarked
package org.vigie.exchange;

import org.jspecify.annotations.NullMarked;
