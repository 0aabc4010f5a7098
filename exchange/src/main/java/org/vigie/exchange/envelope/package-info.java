/** Folders sealed to their readers: a zip in an envelope of CMS (RFC 5652, RFC 5083). */
@NullMarked
package org.vigie.exchange.envelope;

import org.jspecify.annotations.NullMarked;
