/** Contacts that money is sent to. */
@NullMarked
package org.vigie.advert.payment;

import org.jspecify.annotations.NullMarked;
