/** Adverts to contacts, indicators and a calibrated risk with reasons. */
@NullMarked
package org.vigie.classifier;

import org.jspecify.annotations.NullMarked;
