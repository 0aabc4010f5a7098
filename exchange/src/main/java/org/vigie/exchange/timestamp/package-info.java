/** Time stamps of authorities (RFC 3161): that something was there at a time, as others attest. */
@NullMarked
package org.vigie.exchange.timestamp;

import org.jspecify.annotations.NullMarked;
