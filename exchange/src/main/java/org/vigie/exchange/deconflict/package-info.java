/**
 * Blind deconfliction: one agency learns which of its contacts another one holds as well and which
 * desk to call, by an oblivious pseudorandom function (RFC 9497); the other learns a size.
 *
 * <p>What each side can learn, and what bounds it, stands in {@code deconfliction.md} beside the
 * classes.
 */
@NullMarked
package org.vigie.exchange.deconflict;

import org.jspecify.annotations.NullMarked;
