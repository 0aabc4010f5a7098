/** Signed bags of files (RFC 8493) that anybody can verify with a POSIX shell and openssl. */
@NullMarked
package org.vigie.exchange.bag;

import org.jspecify.annotations.NullMarked;
