/** Who may see what is handed over. */
@NullMarked
package org.vigie.exchange.marking;

import org.jspecify.annotations.NullMarked;
