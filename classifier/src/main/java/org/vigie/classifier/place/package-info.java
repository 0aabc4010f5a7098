/** Towns that an advert names, by a gazetteer. */
@NullMarked
package org.vigie.classifier.place;

import org.jspecify.annotations.NullMarked;
