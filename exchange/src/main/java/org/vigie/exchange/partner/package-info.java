/** Adverts in the formats of partners' tools, each with ids that follow from content. */
@NullMarked
package org.vigie.exchange.partner;

import org.jspecify.annotations.NullMarked;
