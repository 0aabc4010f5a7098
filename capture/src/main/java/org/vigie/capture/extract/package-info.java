/** Captures to adverts and next links, without the network. */
@NullMarked
package org.vigie.capture.extract;

import org.jspecify.annotations.NullMarked;
