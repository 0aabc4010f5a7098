/** Names that follow from content, so that the same thing has the same name in every export. */
@NullMarked
package org.vigie.exchange.id;

import org.jspecify.annotations.NullMarked;
