/** Amounts that an advert names: prices, ages, working hours. */
@NullMarked
package org.vigie.classifier.quantity;

import org.jspecify.annotations.NullMarked;
