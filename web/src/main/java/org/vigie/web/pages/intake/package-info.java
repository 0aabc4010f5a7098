/** Where people hand in files. */
@NullMarked
package org.vigie.web.pages.intake;

import org.jspecify.annotations.NullMarked;
