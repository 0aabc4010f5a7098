/**
 * One captured page and what is read of any page: its payload and its elements, the data that it
 * declares (JSON-LD, microdata, Open Graph), times, countries. A channel reads it and yields an
 * extraction.
 */
@NullMarked
package org.vigie.capture.extract.page;

import org.jspecify.annotations.NullMarked;
