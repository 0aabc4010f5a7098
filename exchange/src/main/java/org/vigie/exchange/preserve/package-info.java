/** Drafts of orders, notices and requests that keep what would be gone tomorrow. */
@NullMarked
package org.vigie.exchange.preserve;

import org.jspecify.annotations.NullMarked;
