/** How the pages of figures are written. */
@NullMarked
package org.vigie.lab.page;

import org.jspecify.annotations.NullMarked;
